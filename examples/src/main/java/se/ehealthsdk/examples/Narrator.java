package se.ehealthsdk.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.rivta.CallInfo;
import se.ehealthsdk.core.rivta.CallListener;
import se.ehealthsdk.core.rivta.TlsHandshake;

/** Tells a journey step by step, and what each step sent where; hears the latter as a call listener. */
final class Narrator implements CallListener {

    private final PrintStream out;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /** Says what is asked and why, asks, and says what was sent and what came back. */
    <T> T step(String question, Supplier<T> ask) {
        out.println();
        out.println(++step + ". " + question);
        calls.clear();
        T answer = ask.get();
        calls.forEach(call -> out.println("     sent   " + call));
        return answer;
    }

    void answer(String text) {
        out.println("     answer " + text);
    }

    @Override
    public void handshake(CallInfo call, int attempt, TlsHandshake tls) {
        calls.add(
                "TLS handshake, "
                        + tls.protocol()
                        + ", both ends with a certificate: "
                        + tls.duration().toMillis()
                        + " ms");
    }

    @Override
    public void succeeded(CallInfo call, CallDetails details) {
        calls.add(sent(call) + ": " + details.duration().toMillis() + " ms");
    }

    @Override
    public void failed(CallInfo call, EHealthException failure) {
        calls.add(sent(call) + ": failed");
    }

    private static String sent(CallInfo call) {
        return call.contract().interaction()
                + " "
                + call.contract().major()
                + " to "
                + call.logicalAddress().value()
                + " at "
                + call.url();
    }
}
