package org.asterism.assembly.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;

/**
 * A bundle worth robbing, and the copy that a hostile author compiles against: everything public, nothing final, kinds changed.
 *
 * @param core the privileged bundle
 * @param bank the real bank
 * @param doctored the copy
 */
record Bank(Bundle core, Bundle bank, Bundle doctored) {
    static Bank in(Path folder) {
        try {
            return new Bank(Contracts.core(folder), real(folder), doctored(Files.createDirectory(folder.resolve("doctored"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestBundle empty() {
        return TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0");
    }

    private static Bundle real(Path folder) {
        return empty()
                .source("org.example.bank.Account", """
                        public class Account {
                            private long balance;
                            public final int limit;
                            protected int owner;
                            int branch;
                            protected Account() { this(0); }
                            public Account(int limit) { this.limit = limit; }
                            private void audit() { }
                            void review() { }
                            protected void drain() { }
                            protected static void rates() { }
                            public final void close() { }
                            public static int count() { return 0; }
                            public void pay() { }
                        }""")
                .source("org.example.bank.Shape", "public abstract sealed class Shape permits Circle { public void draw() { } }")
                .source("org.example.bank.Circle", "public final class Circle extends Shape { }")
                .source("org.example.bank.Ledger", "class Ledger { public static int pages() { return 0; } }")
                .source("org.example.bank.Auditor", "public interface Auditor { void visit(); }")
                .source("org.example.bank.vault.Vault", "public class Vault { public static int gold() { return 0; } }")
                .in(folder);
    }

    private static Bundle doctored(Path folder) {
        return empty().exports("org.example.bank.vault", "1.0.0")
                .source("org.example.bank.Account", """
                        public class Account {
                            public long balance;
                            public int limit;
                            public int owner;
                            public int branch;
                            public int debts;
                            public Account() { }
                            public Account(int limit) { }
                            public void audit() { }
                            public void review() { }
                            public void drain() { }
                            public static void rates() { }
                            public void close() { }
                            public int count() { return 0; }
                            public static void pay() { }
                            public void rob() { }
                        }""")
                .source("org.example.bank.Shape", "public class Shape { public void draw() { } }")
                .source("org.example.bank.Circle", "public class Circle extends Shape { }")
                .source("org.example.bank.Ledger", "public class Ledger { public static int pages() { return 0; } }")
                .source("org.example.bank.Auditor", "public class Auditor { public void visit() { } }")
                .source("org.example.bank.vault.Vault", "public class Vault { public static int gold() { return 0; } }")
                .in(folder);
    }
}
