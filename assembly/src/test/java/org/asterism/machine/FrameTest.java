package org.asterism.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static DataInputStream stream(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Test
    void travelsAsTypeLittleEndianLengthAndPayload() {
        assertThat(new Frame('I', "hi".getBytes(StandardCharsets.US_ASCII)).bytes()).containsExactly('I', 2, 0, 0, 0, 'h', 'i');
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        DataInputStream in = stream(new byte[] {'O', 1, 0, 0, 0, 'x', 'X', 4, 0, 0, 0, (byte) 130, 0, 0, 0});

        Frame output = Frame.read(in);
        Frame exit = Frame.read(in);

        assertThat(output.type()).isEqualTo(Frame.OUTPUT);
        assertThat(output.payload()).containsExactly('x');
        assertThat(exit.exitCode()).isEqualTo(130);
        assertThat(Frame.read(in)).isNull();
    }

    @Test
    void aTruncatedFrameIsTheEnd() throws IOException {
        assertThat(Frame.read(stream(new byte[] {'O', 9, 0, 0, 0, 'x'}))).isNull();
    }

    @Test
    void refusesLengthsPastTheLimit() {
        assertThatThrownBy(() -> Frame.read(stream(new byte[] {'O', 0, 0, 0, 0x7f}))).isInstanceOf(IOException.class)
                .hasMessageContaining("length 2130706432");
    }
}
