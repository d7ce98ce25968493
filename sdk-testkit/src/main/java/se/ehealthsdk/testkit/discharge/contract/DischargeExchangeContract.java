package se.ehealthsdk.testkit.discharge.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.exchange.AckCode;
import se.ehealthsdk.discharge.exchange.DischargeExchange;
import se.ehealthsdk.discharge.exchange.MessageRefusedException;
import se.ehealthsdk.discharge.exchange.RecipientStatus;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;

/**
 * Holds an adapter against what every {@link DischargeExchange} keeps. Give it two connected systems that have no handlers
 * yet, and that send again quickly; it takes some seconds and asks for nothing but the interface.
 *
 * <pre>{@code
 * List<String> broken = DischargeExchangeContract.check(sender, receiver, this::event, Duration.ofSeconds(20));
 * assertThat(broken).isEmpty();
 * }</pre>
 *
 * <p>What it cannot see from outside stays with the adapter's own tests: that what was sent survives a kill, and that logs
 * hold no personal data.
 */
public final class DischargeExchangeContract {

    private final DischargeExchange sender;
    private final DischargeExchange receiver;
    private final Function<CaseId, CaseEvent> events;
    private final Duration patience;
    private final List<String> broken = new ArrayList<>();
    private final List<CaseEvent> handled = new CopyOnWriteArrayList<>();
    private final List<CaseEvent> failing = new CopyOnWriteArrayList<>();
    private final List<CaseEvent> refused = new CopyOnWriteArrayList<>();

    private DischargeExchangeContract(
            DischargeExchange sender,
            DischargeExchange receiver,
            Function<CaseId, CaseEvent> events,
            Duration patience) {
        this.sender = sender;
        this.receiver = receiver;
        this.events = events;
        this.patience = patience;
    }

    /**
     * Checks.
     *
     * @param events makes a new event of a case, from a unit of the sender's to one of the receiver's
     * @param patience how long each thing may take
     * @return what the adapter does not keep, a sentence each; empty when it keeps all that can be seen
     */
    public static List<String> check(
            DischargeExchange sender,
            DischargeExchange receiver,
            Function<CaseId, CaseEvent> events,
            Duration patience) {
        DischargeExchangeContract contract =
                new DischargeExchangeContract(sender, receiver, events, patience);
        contract.run();
        return List.copyOf(contract.broken);
    }

    private void run() {
        waitsForAHandler();
        comesOnceAndUnchanged();
        keepsTheOrderOfACase();
        triesAgainWhatFailed();
        tellsARefusal();
        refusesAnEventToNobody();
    }

    private void waitsForAHandler() {
        CaseEvent early = events.apply(CaseId.random());
        sender.send(early);
        receiver.receive(
                (event, reception) -> {
                    if (refused.contains(event)) {
                        throw new MessageRefusedException(AckCode.KIND_NOT_TAKEN, "Not taken.");
                    }
                    if (failing.remove(event)) {
                        throw new IllegalStateException("fails once");
                    }
                    handled.add(event);
                });
        expect("What was sent before there was a handler comes to it", () -> count(early) == 1);
    }

    private void comesOnceAndUnchanged() {
        CaseEvent event = events.apply(CaseId.random());
        sender.send(event);
        sender.send(event);
        expect("An event comes as it was sent", () -> count(event) >= 1);
        expect("Its status is acknowledged", () -> state(event) == State.ACKNOWLEDGED);
        CaseEvent after = events.apply(event.caseId());
        sender.send(after);
        expect("The next event of the case comes", () -> count(after) >= 1);
        require("An event that is sent twice comes once", count(event) == 1);
    }

    private void keepsTheOrderOfACase() {
        CaseId caseId = CaseId.random();
        List<CaseEvent> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            CaseEvent event = events.apply(caseId);
            sent.add(event);
            if (i == 4) {
                failing.add(event);
            }
            sender.send(event);
        }
        expect("All events of a case come", () -> handled.containsAll(sent));
        require(
                "Events of a case come in order, also when one fails at first",
                handled.stream().filter(sent::contains).toList().equals(sent));
    }

    private void triesAgainWhatFailed() {
        CaseEvent event = events.apply(CaseId.random());
        failing.add(event);
        sender.send(event);
        expect("An event comes again after the handler failed", () -> count(event) == 1);
        expect("It is acknowledged then", () -> state(event) == State.ACKNOWLEDGED);
    }

    private void tellsARefusal() {
        CaseEvent event = events.apply(CaseId.random());
        refused.add(event);
        sender.send(event);
        expect("A refusal is told to the sender", () -> state(event) == State.REFUSED);
        CaseEvent next = events.apply(event.caseId());
        sender.send(next);
        expect("The case goes on after a refusal", () -> count(next) == 1);
    }

    private void refusesAnEventToNobody() {
        CaseEvent event = events.apply(CaseId.random());
        CaseEvent toNobody =
                new CaseEvent(
                        event.id(),
                        event.caseId(),
                        event.patient(),
                        event.sender(),
                        List.of(),
                        event.times(),
                        event.transcription(),
                        event.content());
        try {
            sender.send(toNobody);
            broken.add("An event without recipients is refused: it was taken");
        } catch (InvalidInputException expected) {
            require("Nothing is kept of it", sender.status(toNobody.id()).isEmpty());
        }
    }

    private long count(CaseEvent event) {
        return handled.stream().filter(event::equals).count();
    }

    private State state(CaseEvent event) {
        List<RecipientStatus> status = sender.status(event.id());
        return status.isEmpty() ? State.WAITING : status.get(0).state();
    }

    private void expect(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        require(what, holds.getAsBoolean());
    }

    private void require(String what, boolean holds) {
        if (!holds) {
            broken.add(what);
        }
    }
}
