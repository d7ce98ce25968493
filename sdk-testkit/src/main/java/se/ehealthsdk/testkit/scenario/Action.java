package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.testkit.ServerCertificate;
import se.ehealthsdk.testkit.check.Strictness;

/** What a step of a scenario does. */
public sealed interface Action {

    /**
     * Puts a fault in a service, until the scenario ends or for a time.
     *
     * @param injection the fault; the window of its condition is set by the step's time and {@code lasts}
     * @param lasts for how long by the services' clock; empty: until the scenario ends
     */
    record InjectFault(Injection injection, Optional<Duration> lasts) implements Action {}

    /**
     * Moves the services' clock forward.
     *
     * @param by how far
     */
    record AdvanceClock(Duration by) implements Action {}

    /** Stops the services' clock, until the scenario ends or a step lets it go on. */
    record StopClock() implements Action {}

    /** Lets the services' clock go on. */
    record ResumeClock() implements Action {}

    /**
     * Makes HSA's data bad, until the scenario ends.
     *
     * @param problem what is wrong
     * @param of the name of the person, or the HSA-id of the unit, as the problem needs
     * @param commission the HSA-id of the assignment; empty: all of the person's
     */
    record ChangeHsa(HsaProblem problem, String of, Optional<String> commission)
            implements Action {}

    /**
     * Delivers the status updates that wait, in this order.
     *
     * @param order how
     * @param code for {@link Order#LATE}: the code of the events that are left for later
     */
    record DeliverUpdates(Order order, Optional<String> code) implements Action {}

    /** In which order events are delivered. */
    enum Order {
        /** Oldest first. */
        RIGHT,
        /** Newest first. */
        REVERSED,
        /** As the scenario's seed decides. */
        SHUFFLED,
        /** Each one twice. */
        DOUBLED,
        /** Some are left for later. */
        LATE
    }

    /**
     * Does something with the region's discharge system.
     *
     * @param what what
     */
    record Discharge(DischargeDeed what) implements Action {}

    /** What is done with the discharge system. */
    enum DischargeDeed {
        /** It is down, until the scenario ends or a step brings it up. */
        DOWN,
        /** It answers again. */
        UP,
        /** Each message that it has said is sent again, oldest first. */
        REPEAT,
        /** Each message that it has said is sent again, newest first. */
        REPEAT_REVERSED
    }

    /**
     * Shows new connections another server certificate, until the scenario ends.
     *
     * @param certificate which
     */
    record ShowServerCertificate(ServerCertificate certificate) implements Action {}

    /**
     * Issues a client certificate, for the tester to call with; {@link ScenarioRun#certificates()} has it.
     *
     * @param kind which
     * @param hsaId whose
     */
    record IssueCertificate(ClientCertificate kind, String hsaId) implements Action {}

    /** Client certificates, good and bad. */
    enum ClientCertificate {
        /** In force. */
        GOOD,
        /** Expired. */
        EXPIRED,
        /** Not yet in force. */
        NOT_YET_VALID,
        /** Of a CA that nobody trusts. */
        UNTRUSTED,
        /** Not for clients. */
        NOT_FOR_CLIENTS,
        /** Not for signing the handshake. */
        WITHOUT_DIGITAL_SIGNATURE
    }

    /**
     * Has the platform answer as strictly as the real one, or take what it can.
     *
     * @param strictness which
     */
    record SetStrictness(Strictness strictness) implements Action {}

    /** What can be wrong with HSA's data. */
    enum HsaProblem {
        /** A unit lacks its workplace code (arbetsplatskod). */
        MISSING_WORKPLACE_CODE,
        /** A person's assignment (medarbetaruppdrag) has ended. */
        EXPIRED_ASSIGNMENT,
        /** A person has no assignments. */
        NO_ASSIGNMENT,
        /** A person's data are protected. */
        PROTECTED_PERSON,
        /** A person has one more post, with an HSA-id of its own. */
        TWO_HSA_IDS,
        /** A unit has been put in the archive. */
        ARCHIVED_UNIT,
        /** A person is not in HSA. */
        UNKNOWN_PERSON
    }
}
