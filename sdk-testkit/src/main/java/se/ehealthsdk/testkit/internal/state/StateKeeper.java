package se.ehealthsdk.testkit.internal.state;

import java.util.function.Function;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * Stands before everything that changes the stand-ins by HTTP: keeps the call, has it answered, and can have it done
 * again at the next start.
 *
 * <p>How a service takes part: it calls {@link #attach} once before {@code NationalServices.restore()}, and answers calls
 * that change something through {@link #change}. Without a state folder that is just the handler. What goes on by itself
 * after the answer, as the run of a scenario, is not for here: it would begin again at every start.
 */
public interface StateKeeper {

    /** Keeps nothing. */
    StateKeeper NONE =
            new StateKeeper() {
                @Override
                public void attach(String service, Function<HttpCall, HttpReply> handler) {
                    // nothing to be done again
                }

                @Override
                public HttpReply change(
                        String service, HttpCall call, Function<HttpCall, HttpReply> handler) {
                    return handler.apply(call);
                }
            };

    /** That of the services; {@link #NONE} if they have no state folder. */
    static StateKeeper of(NationalServices services) {
        return services.state()
                .filter(StateKeeper.class::isInstance)
                .map(StateKeeper.class::cast)
                .orElse(NONE);
    }

    /**
     * Tells who does a service's calls again at the start.
     *
     * @param service a short name, as {@code port} or {@code api}: it is in the log
     * @param handler answers without {@link #change}
     */
    void attach(String service, Function<HttpCall, HttpReply> handler);

    /**
     * Has a call answered that changes something, one at a time, after it has been kept. HTTP 503 before what was kept has
     * been restored, 507 with a plain sentence and nothing changed when it cannot be kept.
     */
    HttpReply change(String service, HttpCall call, Function<HttpCall, HttpReply> handler);
}
