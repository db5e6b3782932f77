package org.asterism.service.proc.init;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.service.proc.loader.Latin1;

/**
 * What the first program is.
 *
 * @param path the program; null to try the usual shells
 * @param arguments its {@code argv}
 * @param isCommand whether {@code run --exec} waits for it on the host channel
 */
record CommandLine(String path, List<String> arguments, boolean isCommand) {
    private static final String SHELL = "/bin/sh";

    /**
     * Reads the kernel's command line: {@code init=PATH} and {@code asterism.exec=COMMAND}, the command in base64url; without
     * one, {@code asterism.exec} asks the host for it.
     *
     * @param channel where the host answers
     * @throws IllegalArgumentException if the command is not base64url
     */
    static CommandLine read(HostChannel channel) {
        String init = BootInfo.option("init");
        String encoded = BootInfo.option("asterism.exec");
        List<String> arguments = new ArrayList<>();
        String path = init == null || init.isEmpty() ? SHELL : init;
        arguments.add(path);
        if (encoded != null) {
            arguments.add("-c");
            arguments.add(encoded.isEmpty() ? fromHost(channel) : decode(encoded));
        }
        return new CommandLine(path, arguments, encoded != null);
    }

    private static String fromHost(HostChannel channel) {
        byte[] command = channel.command();
        return Latin1.decode(command, 0, command.length);
    }

    /** Decodes base64url, with or without padding, to one character a byte. */
    static String decode(String encoded) {
        byte[] bytes = new byte[encoded.length() * 3 / 4 + 1];
        int length = 0;
        int bits = 0;
        int pending = 0;
        for (int i = 0; i < encoded.length() && encoded.charAt(i) != '='; i++) {
            pending = pending << 6 | digit(encoded.charAt(i));
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[length++] = (byte) (pending >> bits);
            }
        }
        return Latin1.decode(bytes, 0, length);
    }

    private static int digit(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        if (character == '-' || character == '+') {
            return 62;
        }
        if (character == '_' || character == '/') {
            return 63;
        }
        throw new IllegalArgumentException("asterism.exec holds '" + character + "'; it must be base64url");
    }
}
