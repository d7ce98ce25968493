package se.ehealthsdk.testkit.producer;

import java.util.List;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.report.Report;

/**
 * What a national service expects of a vendor's own producer, as checks that are run against it.
 *
 * <pre>{@code
 * Report report = ProducerContract.statusUpdates()
 *         .at(URI.create("https://localhost:8443/statusupdates"))
 *         .with(services.credential())
 *         .trusting(services.environment().trust())
 *         .unit(HsaId.of("TSTNMT2321000156-VE01"))
 *         .run();
 * report.passed();
 * }</pre>
 *
 * <p>It plays the national side: calls over mutual TLS, good messages and bad. It never judges what it cannot see from outside; a check says what it
 * expects, where that comes from, and what it saw. As tests of JUnit: {@code ProducerTests.of(contract)}.
 */
public sealed interface ProducerContract permits CarePlanContract, StatusUpdateContract {

    /** A receiver of CertificateStatusUpdateForCare 3: what has happened to certificates (intyg). */
    static StatusUpdateContract statusUpdates() {
        return StatusUpdateContract.start();
    }

    /** A producer of GetCarePlans 2. */
    static CarePlanContract carePlans() {
        return CarePlanContract.start();
    }

    /** What it is called in reports. */
    String name();

    /**
     * The checks, in the order they are run.
     *
     * @throws ConfigurationException if something is missing that they need
     */
    List<ProducerCheck> checks();

    /**
     * Runs all checks, one after the other. A check that fails does not stop the others.
     *
     * @throws ConfigurationException if something is missing that they need
     */
    Report run();
}
