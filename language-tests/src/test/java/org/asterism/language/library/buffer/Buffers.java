package org.asterism.language.library.buffer;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.InvalidMarkException;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.ShortBuffer;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Heap buffers of integers and characters. */
@Covers({Buffer.class, ByteBuffer.class, CharBuffer.class, ShortBuffer.class, IntBuffer.class, LongBuffer.class, ByteOrder.class, Readable.class,
    BufferOverflowException.class, BufferUnderflowException.class, InvalidMarkException.class, ReadOnlyBufferException.class})
public final class Buffers {
    private Buffers() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        positions(ByteBuffer.allocate(10));
        positions(IntBuffer.wrap(new int[] {1, 2, 3, 4, 5, 6}, 1, 4));
        positions(CharBuffer.wrap("read only"));
        bytes(ByteOrder.BIG_ENDIAN);
        bytes(ByteOrder.LITTLE_ENDIAN);
        bulk();
        views();
        characters();
        others();
    }

    private static void positions(Buffer buffer) {
        Outcome.show("buffer", buffer.capacity(), buffer.position(), buffer.limit(), buffer.remaining(), buffer.hasRemaining(), buffer.isReadOnly(), buffer.isDirect(), buffer.hasArray());
        Outcome.print("reset", buffer::reset);
        Outcome.print("position", () -> buffer.position(99));
        Outcome.print("limit", () -> buffer.limit(-1));
        Outcome.print("array", () -> buffer.array() != null ? buffer.arrayOffset() : -1);
        buffer.position(2).mark().position(3).limit(5);
        Outcome.show("moved", buffer.reset().position(), buffer.flip().limit(), buffer.rewind().position(), buffer.clear().limit(), buffer);
        Outcome.print("slice", () -> buffer.slice(1, 2).capacity() + " " + buffer.duplicate().remaining() + " " + buffer.slice().limit());
        Outcome.print("bad slice", () -> buffer.slice(3, 900));
    }

    private static void bytes(ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.allocate(40).order(order);
        buffer.put((byte) 1).putShort((short) 0x1234).putInt(0x12345678).putLong(0x123456789ABCDEF0L).putChar('日').put(new byte[] {7, 8, 9}, 1, 2);
        buffer.putInt(30, -2).putLong(20, Long.MIN_VALUE).putShort(38, (short) -3).putChar(36, 'x').put(35, (byte) 5);
        Outcome.show(order.toString(), buffer.order(), buffer.position(), buffer.array());
        buffer.flip();
        Outcome.show("read", buffer.get(), buffer.getShort(), buffer.getInt(), buffer.getLong(), buffer.getChar(), buffer.get(), buffer.getInt(0), buffer.getLong(1), buffer.getShort(3));
        Outcome.print("underflow", buffer::getLong);
        Outcome.print("outside", () -> buffer.getInt(19));
        Outcome.print("outside", () -> buffer.get(-1));
        buffer.clear().position(39);
        Outcome.print("overflow", () -> buffer.putInt(1));
        Outcome.print("overflow", () -> buffer.put(new byte[5]));
        Outcome.show("order", ByteOrder.nativeOrder(), buffer.duplicate().order(), buffer.slice().order());
    }

    private static void bulk() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        byte[] target = new byte[5];
        buffer.get(target, 1, 3).get(0, target, 0, 1);
        Outcome.show("got", target, buffer);
        Outcome.print("too much", () -> buffer.get(new byte[20]));
        Outcome.print("bounds", () -> buffer.get(target, 3, 9));
        buffer.compact();
        Outcome.show("compacted", buffer, buffer.array());
        ByteBuffer other = ByteBuffer.allocate(8).put(new byte[] {9, 9});
        other.flip();
        buffer.put(other);
        Outcome.print("self", () -> buffer.put(buffer));
        ByteBuffer readOnly = buffer.asReadOnlyBuffer();
        Outcome.print("write", () -> readOnly.put((byte) 1));
        Outcome.print("array", readOnly::array);
        Outcome.print("compact", readOnly::compact);
        ByteBuffer a = ByteBuffer.wrap(new byte[] {1, 2, 3});
        ByteBuffer b = ByteBuffer.wrap(new byte[] {0, 1, 2, 4}, 1, 3);
        Outcome.show("compared", a.equals(b), a.compareTo(b), a.mismatch(b), a.hashCode(), a.equals(ByteBuffer.wrap(new byte[] {1, 2, 3})), a.put(1, new byte[] {5, 6}, 0, 2).array(),
                a.put(0, b, 1, 1).get(0), ByteBuffer.allocate(0).hasRemaining(), a.alignedSlice(1).capacity());
        Outcome.print("negative", () -> ByteBuffer.allocate(-1));
        Outcome.print("wrap", () -> ByteBuffer.wrap(new byte[3], 2, 5));
    }

    private static void views() {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        IntBuffer ints = buffer.asIntBuffer();
        ints.put(0, 0x01020304).put(7, -1);
        LongBuffer longs = buffer.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        longs.put(1, 0x1122334455667788L);
        ShortBuffer shorts = buffer.asShortBuffer();
        CharBuffer chars = buffer.position(1).asCharBuffer();
        Outcome.show("views", buffer.array(), ints.get(0), longs.get(0), shorts.get(3), (int) chars.get(5), ints.order(), longs, shorts.slice(1, 2), chars.capacity());
        Outcome.print("outside", () -> ints.get(8));
        Outcome.print("read only", () -> ints.asReadOnlyBuffer().put(1));
    }

    private static void characters() throws IOException {
        CharBuffer buffer = CharBuffer.allocate(12);
        buffer.append("text").append('!').append("abcdef", 1, 3).put("日本");
        buffer.flip();
        Outcome.show("chars", buffer, buffer.length(), buffer.charAt(2), buffer.subSequence(1, 3), buffer.isEmpty(), CharBuffer.wrap("xyz", 1, 2), CharBuffer.wrap(new char[] {'q'}).get());
        CharBuffer target = CharBuffer.allocate(4);
        Readable source = CharBuffer.wrap("source");
        Outcome.show("read", source.read(target), source.read(CharBuffer.allocate(9)), source.read(CharBuffer.allocate(1)), target.flip());
        Outcome.print("overflow", () -> CharBuffer.allocate(1).put("two"));
        Outcome.show("compared", CharBuffer.wrap("abc").compareTo(CharBuffer.wrap("abd")), CharBuffer.wrap("abc").equals(CharBuffer.wrap("abc".toCharArray())), CharBuffer.wrap("abc").hashCode());
    }

    private static void others() {
        ShortBuffer shorts = ShortBuffer.allocate(4).put((short) 1).put(new short[] {2, 3});
        LongBuffer longs = LongBuffer.wrap(new long[] {5, 6, 7});
        IntBuffer ints = IntBuffer.allocate(3).put(9);
        Outcome.show("others", shorts.flip().get(), shorts.get(1), shorts.compact().position(), longs.get(), longs.mismatch(LongBuffer.wrap(new long[] {6, 8})), longs.duplicate().get(2),
                ints.flip().get(), ints.hasRemaining(), ints.compareTo(IntBuffer.allocate(0)), ints.array(), longs.hashCode(), shorts.equals(ShortBuffer.allocate(2)));
        long[] copied = new long[2];
        longs.get(copied);
        Outcome.show("copied", copied, longs.put(0, 1L).array());
        Outcome.print("underflow", longs::get);
    }
}
