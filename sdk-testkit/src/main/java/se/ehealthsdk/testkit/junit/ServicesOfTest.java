package se.ehealthsdk.testkit.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.hsa.Persona;

/** The services of one test, or of all tests of a class, with a client that is made when it is asked for. */
sealed interface ServicesOfTest extends AutoCloseable permits LocalServices, RemoteServices {

    static ServicesOfTest start(Choice choice, ExtensionContext context) {
        AdminClient elsewhere = choice.elsewhere();
        return elsewhere == null
                ? LocalServices.start(choice, SharedServer.of(context))
                : RemoteServices.start(choice, elsewhere);
    }

    static boolean canGive(Class<?> type) {
        return LocalServices.canGive(type) || RemoteServices.canGive(type);
    }

    /**
     * A part of them.
     *
     * @throws ConfigurationException if it cannot be had of these services
     */
    Object give(Class<?> type);

    Persona persona(String name);

    NationalServices services();

    RivtaClient client();

    /** A test begins. */
    void enter();

    /** A test has ended. */
    void leave();

    void requireNoFindings();

    ExchangesOfTest summary();

    @Override
    void close();
}
