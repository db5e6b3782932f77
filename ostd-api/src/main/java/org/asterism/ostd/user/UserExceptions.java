package org.asterism.ostd.user;

/** Ordinals to {@link UserException}, without copying {@code values()} at each call. */
final class UserExceptions {
    private static final UserException[] ALL = UserException.values();

    private UserExceptions() {
    }

    static UserException of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : UserException.OTHER;
    }
}
