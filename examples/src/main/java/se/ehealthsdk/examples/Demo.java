package se.ehealthsdk.examples;

import java.nio.file.Path;
import java.util.List;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.siths.login.IdentityProvider;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.directory.DirectoryStandIn;
import se.ehealthsdk.testpki.RevocationServices;

/**
 * The first days of an EHR vendor, against stand-in services on localhost: a clinician logs in, is looked up in
 * HSA, by its contracts and as a directory, signs a certificate (intyg), writes and sends a sick note and answers what Försäkringskassan asks of it, and reads
 * one, which is logged; a patient is discharged, on paper when the system is down; and what it looks like when something is wrong.
 *
 * <p>{@code --keep DIRECTORY} leaves the services running afterwards, and writes their certificates there. {@code
 * --web} runs {@link ClinicianWeb} instead, to log in to with a browser.
 */
public final class Demo {

    private static final int WEB_PORT = 8080;

    private Demo() {}

    /**
     * @param arguments none, {@code --web}, or {@code --keep} and a directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> options = List.of(arguments);
        Narrator tell = new Narrator(System.out);
        long start = System.nanoTime();
        try (RevocationServices revocation = RevocationServices.start();
                NationalServices services =
                        NationalServices.builder().pki(revocation.pki()).start();
                RivtaClient platform =
                        RivtaClient.builder()
                                .environment(services.environment())
                                .credential(services.credential())
                                .options(call -> call.listener(tell))
                                .build()) {
            tell.line("Stand-in national services run at " + services.url());
            tell.line("(started in " + (System.nanoTime() - start) / 1_000_000 + " ms).");
            if (options.contains("--web")) {
                web(tell, services, platform);
            } else {
                journeys(tell, services, platform, revocation);
            }
            if (options.size() == 2 && options.get(0).equals("--keep")) {
                keepRunning(services, Path.of(options.get(1)), tell);
            }
        }
    }

    private static void journeys(
            Narrator tell,
            NationalServices services,
            RivtaClient platform,
            RevocationServices revocation) {
        tell.line(
                "This system is "
                        + platform.consumer()
                        + ", by its certificate, which is valid until "
                        + platform.credential().expiresAt()
                        + ".");
        ActingUser user = new LogInJourney(tell, services).walk();
        new HsaJourney(tell, platform, services).walk();
        new DirectoryJourney(tell, platform, services, Path.of("target", "demo", "directory"))
                .walk();
        new CertificateJourney(tell, revocation).walk();
        new SickNoteJourney(tell, platform, services, user).walk();
        new AccessLogJourney(tell, services, user, Path.of("target", "demo")).walk();
        new DischargeJourney(tell, platform, services, Path.of("target", "demo", "discharge"))
                .walk();
        tell.line("");
        tell.line(
                "Done: "
                        + services.journal().exchanges().size()
                        + " calls over "
                        + services.connections()
                        + " connections, and nothing left half done.");
    }

    private static void web(Narrator tell, NationalServices services, RivtaClient platform)
            throws InterruptedException {
        try (IdentityProvider idp =
                        LogInJourney.identityProvider(
                                services, "http://localhost:" + WEB_PORT + "/callback");
                ClinicianWeb web = new ClinicianWeb(idp, HsaClient.on(platform))) {
            web.start(WEB_PORT);
            tell.line("");
            tell.line(
                    "Log in at " + web.url() + " with a browser on this machine; Ctrl-C ends it.");
            tell.line(
                    "The stand-in IdP has a certificate of a test authority, which the browser will warn"
                            + " of.");
            Thread.currentThread().join();
        }
    }

    private static void keepRunning(NationalServices services, Path directory, Narrator tell)
            throws InterruptedException {
        services.pki().writeTo(directory);
        tell.line("");
        tell.line("The services go on at " + services.url() + " until Ctrl-C,");
        tell.line(
                "HSA's directory at "
                        + services.directory().url()
                        + ", its base "
                        + DirectoryStandIn.BASE
                        + ",");
        tell.line("and its file of all units at " + services.unitFile().url() + ".");
        tell.line("Certificates, keys and the authority to trust are in " + directory + ".");
        Thread.currentThread().join();
    }
}
