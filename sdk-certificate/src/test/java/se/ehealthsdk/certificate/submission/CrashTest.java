package se.ehealthsdk.certificate.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.Outcomes;
import se.ehealthsdk.certificate.Sample;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ServiceFaultException;

/** Processes die, calls are lost, nodes get in one another's way: nothing is lost, nothing is done twice. */
class CrashTest {

    private static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";
    private static final Intyg INTYG = Sample.igrav(ID);

    // ---- a crash after every step

    @Test
    void submit_withACrashAnywhere_isSentOnce() {
        int points = crashPoints(this::submit);

        assertThat(points).isGreaterThan(10);
        for (int point = 0; point < points; point++) {
            World world = new World();
            boolean accepted = dies(world, point, this::submit);
            world.recover();
            if (!accepted) {
                // it died before anything was saved: the caller knows nothing of it, and asks again
                assertThat(world.platform.calls).isEmpty();
                world.node().submit(INTYG);
            }
            assertSent(world);
        }
    }

    @Test
    void revoke_withACrashAnywhere_endsRevoked() {
        int points = crashPoints(this::submitAndRevoke);

        for (int point = 0; point < points; point++) {
            World world = new World();
            dies(world, point, this::submitAndRevoke);
            world.recover();
            if (world.node().find(ID).filter(each -> each.revocation().isPresent()).isEmpty()) {
                // the wish was not saved: whoever had it sees that, and has it again
                world.node().submit(INTYG);
                world.node().revoke(ID, Sample.DOCTOR, Optional.empty());
            }
            assertTakenBack(world);
        }
    }

    @Test
    void revoke_beforeAnythingWasRegistered_isWithdrawn_notBeforeACallMayStillBeOnItsWay() {
        World world = new World();
        world.platform.line = failing(false);
        world.node().submit(INTYG);

        world.platform.line = (call, effect) -> effect.get();
        Submission revoking = world.node().revoke(ID, Sample.DOCTOR, Optional.empty());

        assertThat(revoking.state()).isEqualTo(SubmissionState.REVOKING);
        assertThat(revoking.problem()).isPresent();
        world.recover();
        assertThat(world.node().find(ID).orElseThrow().state())
                .isEqualTo(SubmissionState.WITHDRAWN);
        assertThat(world.platform.registry).isEmpty();
    }

    private void submit(World world) {
        world.node().submit(INTYG);
    }

    private void submitAndRevoke(World world) {
        world.node().submit(INTYG);
        world.node().revoke(ID, Sample.DOCTOR, Optional.of("Fel patient"));
    }

    /** A flow. */
    private interface Flow {
        void run(World world);
    }

    private static int crashPoints(Flow flow) {
        World world = new World();
        Countdown never = new Countdown(Integer.MAX_VALUE);
        never.in(world);
        flow.run(world);
        return Integer.MAX_VALUE - never.left;
    }

    /** @return whether anything had been saved */
    private static boolean dies(World world, int point, Flow flow) {
        new Countdown(point).in(world);
        try {
            flow.run(world);
            throw new AssertionError("it should have died at " + point);
        } catch (Crash died) {
            return world.saved.find(ID).isPresent();
        }
    }

    /** Dies when so many points have been passed: before and after each save, before and after each effect. */
    private static final class Countdown {

        private int left;

        Countdown(int points) {
            left = points;
        }

        void in(World world) {
            world.beforeSave = this::pass;
            world.afterSave = this::pass;
            world.platform.line =
                    (call, effect) -> {
                        pass();
                        ServiceOutcome outcome = effect.get();
                        pass();
                        return outcome;
                    };
        }

        private void pass() {
            if (left-- == 0) {
                throw new Crash();
            }
        }
    }

    private static FakePlatform.Line failing(boolean performed) {
        return (call, effect) -> {
            if (performed) {
                effect.get();
            }
            throw new ConnectionException(
                    ConnectionException.Stage.ANSWER,
                    performed ? Outcome.UNKNOWN : Outcome.NOT_PERFORMED,
                    "lost",
                    "wait",
                    null,
                    null);
        };
    }

    // ---- thousands of worlds

    /** Seeds of a thousand worlds each. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anyWorld_endsRight(int thousand) {
        int takenBack = 0;
        int sent = 0;
        for (int i = 0; i < 1000; i++) {
            long seed = thousand * 1000L + i;
            try {
                if (endsRight(new Random(seed))) {
                    takenBack++;
                } else {
                    sent++;
                }
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("in the world of seed " + seed, wrong);
            }
        }
        assertThat(takenBack).isGreaterThan(100);
        assertThat(sent).isGreaterThan(100);
    }

    /** @return whether somebody wanted it revoked */
    private static boolean endsRight(Random random) {
        World world = new World();
        Chaos chaos = new Chaos(world, random);
        chaos.begin();
        for (int i = 0; i < 12; i++) {
            world.wait(Duration.ofSeconds(random.nextInt(600)));
            chaos.late();
            chaos.act(0);
        }
        chaos.lateNow();
        world.recover();
        if (world.saved.find(ID).isEmpty()) {
            world.node().submit(INTYG);
        }
        Submission end = world.node().find(ID).orElseThrow();
        if (end.state() == SubmissionState.REFUSED) {
            // too many answers that did not tell: someone looks at it
            world.node().tryAgain(ID);
            world.recover();
        }
        boolean wanted = world.node().find(ID).orElseThrow().revocation().isPresent();
        if (wanted) {
            assertTakenBack(world);
        } else {
            assertSent(world);
        }
        return wanted;
    }

    /** Nodes that act, calls that fail in every way, and other nodes that act in the middle of a call. */
    private static final class Chaos {

        private final World world;
        private final Random random;
        private final List<Supplier<ServiceOutcome>> onTheWay = new ArrayList<>();
        private int depth;

        Chaos(World world, Random random) {
            this.world = world;
            this.random = random;
        }

        void begin() {
            world.beforeSave = this::maybeDie;
            world.afterSave = this::maybeDie;
            world.platform.line = this::carry;
        }

        private void maybeDie() {
            if (random.nextInt(20) == 0) {
                throw new Crash();
            }
        }

        void act(int inside) {
            depth = inside;
            try {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> world.node().submit(INTYG);
                    case 3 -> {
                        if (random.nextInt(3) == 0 && world.saved.find(ID).isPresent()) {
                            world.node().revoke(ID, Sample.DOCTOR, Optional.of("Fel"));
                        }
                    }
                    default -> world.node().resume();
                }
            } catch (Crash died) {
                // the next one is another process
            }
        }

        private ServiceOutcome carry(String call, Supplier<ServiceOutcome> effect) {
            if (depth < 2 && random.nextInt(3) == 0) {
                int here = depth;
                act(here + 1);
                depth = here;
            }
            switch (random.nextInt(12)) {
                case 0 -> throw new Crash();
                case 1 -> {
                    effect.get();
                    throw new Crash();
                }
                case 2 -> {
                    return failing(true).carry(call, effect);
                }
                case 3 -> {
                    return failing(false).carry(call, effect);
                }
                case 4 -> {
                    // the call goes on without us, and arrives within the hour
                    onTheWay.add(effect);
                    return failing(false).carry(call, effect);
                }
                case 5 -> {
                    return unable(call, Result.TECHNICAL_ERROR);
                }
                case 6 -> {
                    return unable(call, "SOMETHING_NEW");
                }
                case 7 ->
                        throw new ServiceFaultException("Server", "broken", "", Outcomes.CALL);
                case 8 ->
                        throw new PlatformException(
                                PlatformFault.VP007,
                                null,
                                null,
                                "",
                                "",
                                Outcome.NOT_PERFORMED,
                                Outcomes.CALL);
                default -> {
                    return effect.get();
                }
            }
        }

        private static ServiceOutcome unable(String call, String errorId) {
            Result result = Result.error(errorId, "Något gick fel");
            return switch (call) {
                case "register" -> Outcomes.register(result);
                case "send" -> Outcomes.send(result);
                default -> Outcomes.revoke(result);
            };
        }

        void late() {
            if (random.nextBoolean()) {
                lateNow();
            }
        }

        void lateNow() {
            List<Supplier<ServiceOutcome>> arriving = List.copyOf(onTheWay);
            onTheWay.clear();
            arriving.forEach(Supplier::get);
        }
    }

    // ---- what is right

    private static void assertSent(World world) {
        Submission end = world.node().find(ID).orElseThrow();
        assertThat(end.state()).isEqualTo(SubmissionState.SENT);
        assertThat(end.isFinished()).isTrue();
        assertThat(end.nextAttempt()).isEmpty();
        assertThat(world.platform.registry).containsOnlyKeys(ID);
        assertThat(world.platform.registry.get(ID).revoked).isFalse();
        assertThat(world.platform.inbox).containsExactly("FKASSA " + ID);
        assertSameDocumentAlways(world, end);
        assertThat(world.node().pending(10)).isEmpty();
    }

    private static void assertTakenBack(World world) {
        Submission end = world.node().find(ID).orElseThrow();
        assertThat(end.state()).isIn(SubmissionState.REVOKED, SubmissionState.WITHDRAWN);
        assertThat(end.nextAttempt()).isEmpty();
        if (end.state() == SubmissionState.WITHDRAWN) {
            assertThat(world.platform.registry).isEmpty();
        } else {
            assertThat(world.platform.registry.get(ID).revoked).isTrue();
        }
        // the recipient has nothing that it does not know is revoked
        assertThat(world.platform.inbox)
                .isIn(List.of(), List.of("FKASSA " + ID, "revoked FKASSA " + ID));
        assertSameDocumentAlways(world, end);
        assertThat(world.node().pending(10)).isEmpty();
    }

    /** What is registered is what was signed, and a second attempt does not bring a second signature. */
    private static void assertSameDocumentAlways(World world, Submission end) {
        for (byte[] each : world.platform.offered) {
            assertThat(each).isEqualTo(end.certificate().xml());
        }
    }
}
