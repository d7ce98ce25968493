package se.ehealthsdk.core.rivta;

import org.jspecify.annotations.Nullable;

/**
 * Where an exception of the application came from, without its messages: they may hold personal data, and
 * this SDK writes none in a log.
 */
final class StackOnly extends Exception {

    private StackOnly(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    static StackOnly of(Throwable original) {
        Throwable cause = original.getCause();
        return new StackOnly(original, cause == null ? null : of(cause));
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
