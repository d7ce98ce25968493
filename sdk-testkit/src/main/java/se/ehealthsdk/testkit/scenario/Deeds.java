package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.ServerCertificate;
import se.ehealthsdk.testkit.certificate.PendingUpdate;
import se.ehealthsdk.testkit.certificate.StatusUpdates;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.scenario.Action.ClientCertificate;
import se.ehealthsdk.testpki.IssuedCertificate;

/** Does the steps of a run, and undoes them, the last one first. */
final class Deeds {

    private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

    private final NationalServices services;
    private final Scenario scenario;
    private final Instant startedAt;
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    private final Map<String, Action.InjectFault> faults = new LinkedHashMap<>();
    private final Map<String, IssuedCertificate> certificates = new LinkedHashMap<>();
    private int unmet;
    private boolean undone;

    Deeds(NationalServices services, Scenario scenario, Instant startedAt) {
        this.services = services;
        this.scenario = scenario;
        this.startedAt = startedAt;
    }

    /** What is sent to somebody is done without the lock, for it may come back as a call. */
    void perform(Action action) {
        if (action instanceof Action.DeliverUpdates updates) {
            services.certificates().statusUpdates().deliver(order(updates));
        } else if (action instanceof Action.AdvanceClock clock) {
            services.clock().advance(clock.by());
        } else if (action instanceof Action.Discharge discharge
                && discharge.what() != Action.DischargeDeed.DOWN) {
            discharge(discharge.what());
        } else {
            set(action);
        }
    }

    private synchronized void set(Action action) {
        if (undone) {
            return;
        }
        if (action instanceof Action.InjectFault fault) {
            inject(fault, Duration.between(startedAt, services.clock().instant()));
        } else if (action instanceof Action.StopClock) {
            undoing.push(services.clock()::resume);
            services.clock().stop();
        } else if (action instanceof Action.ResumeClock) {
            services.clock().resume();
        } else if (action instanceof Action.ChangeHsa change) {
            undoing.push(HsaTrouble.make(services.hsa(), change, services.clock().instant()));
        } else if (action instanceof Action.Discharge) {
            undoing.push(services.discharge()::up);
            services.discharge().down();
        } else if (action instanceof Action.ShowServerCertificate server) {
            ServerCertificate before = services.serverCertificate();
            undoing.push(() -> services.serverCertificate(before));
            services.serverCertificate(server.certificate());
        } else if (action instanceof Action.IssueCertificate client) {
            certificates.put(FaultKinds.kebab(client.kind()), issue(client.kind(), client.hsaId()));
        } else if (action instanceof Action.SetStrictness mode) {
            Strictness before = services.platform().strictness();
            undoing.push(() -> services.platform().strictness(before));
            services.platform().strictness(mode.strictness());
        }
    }

    /** Puts in a fault whose time begins so long after the start. */
    synchronized void inject(Action.InjectFault action, Duration at) {
        Injection injection = action.injection();
        FaultCondition when = injection.condition().seed(scenario.seed() + faults.size());
        Instant from = startedAt.plus(at);
        if (!at.isZero()) {
            when = when.from(from);
        }
        if (action.lasts().isPresent()) {
            when = when.until(from.plus(action.lasts().get()));
        }
        String id = services.faultBoard().inject(injection.when(when));
        faults.put(id, action);
        undoing.push(() -> services.faultBoard().remove(id));
    }

    private UnaryOperator<List<PendingUpdate>> order(Action.DeliverUpdates updates) {
        return switch (updates.order()) {
            case RIGHT -> UnaryOperator.identity();
            case REVERSED -> StatusUpdates.reversed();
            case SHUFFLED -> StatusUpdates.shuffled(scenario.seed());
            case DOUBLED -> StatusUpdates.doubled();
            case LATE ->
                    StatusUpdates.late(
                            updates.code()
                                    .orElseThrow(
                                            () ->
                                                    new InvalidInputException(
                                                            "code", "is missing", "as SIGNAT")));
        };
    }

    private void discharge(Action.DischargeDeed what) {
        RegionalDischargeSystem region = services.discharge();
        if (what == Action.DischargeDeed.UP) {
            region.up();
            return;
        }
        Set<HsaId> own = region.units();
        List<CaseEvent> said =
                new ArrayList<>(
                        region.cases().stream()
                                .flatMap(each -> each.events().stream())
                                .filter(each -> own.contains(each.sender().unit()))
                                .toList());
        if (what == Action.DischargeDeed.REPEAT_REVERSED) {
            Collections.reverse(said);
        }
        said.forEach(region::send);
    }

    private IssuedCertificate issue(ClientCertificate kind, String hsaId) {
        return switch (kind) {
            case GOOD -> services.pki().function(hsaId);
            case EXPIRED -> services.pki().expired(hsaId);
            case NOT_YET_VALID -> services.pki().notYetValid(hsaId);
            case UNTRUSTED -> services.pki().fromUntrustedCa(hsaId);
            case NOT_FOR_CLIENTS -> services.pki().withoutClientAuth(hsaId);
            case WITHOUT_DIGITAL_SIGNATURE -> services.pki().withoutDigitalSignature(hsaId);
        };
    }

    synchronized Map<String, IssuedCertificate> certificates() {
        return Map.copyOf(certificates);
    }

    /** How many meetings with its faults are still to come, of those that have a number of times. */
    synchronized int unmet() {
        return undone ? unmet : countUnmet();
    }

    private int countUnmet() {
        Set<String> ids = faults.keySet();
        return services.faultBoard().injected().stream()
                .filter(each -> ids.contains(each.id()) && each.condition().times().isPresent())
                .mapToInt(each -> each.condition().times().getAsInt() - (int) each.met())
                .sum();
    }

    synchronized void undo() {
        if (undone) {
            return;
        }
        unmet = countUnmet();
        undone = true;
        while (!undoing.isEmpty()) {
            try {
                undoing.pop().run();
            } catch (RuntimeException failed) {
                LOG.warn("a step could not be undone: {}", failed.getClass().getSimpleName());
            }
        }
    }

    /** What a step does, in a sentence. */
    Text text(Action action) {
        if (action instanceof Action.InjectFault fault) {
            Injection injection = fault.injection();
            Text kind = FaultKinds.find(injection.service(), injection.kind()).text();
            String where =
                    injection.service()
                            + "/"
                            + injection.kind()
                            + injection.contract().map(it -> ", " + it).orElse("")
                            + injection.settings().entrySet().stream()
                                    .map(each -> ", " + each.getKey() + " " + each.getValue())
                                    .sorted()
                                    .collect(Collectors.joining());
            return new Text(
                    kind.swedish() + " (" + where + ")", kind.english() + " (" + where + ")");
        }
        if (action instanceof Action.AdvanceClock clock) {
            return new Text(
                    "Klockan flyttas fram " + clock.by(),
                    "The clock is moved forward by " + clock.by());
        }
        if (action instanceof Action.ChangeHsa change) {
            return new Text(
                    "HSA: " + FaultKinds.kebab(change.problem()) + " för " + change.of(),
                    "HSA: " + FaultKinds.kebab(change.problem()) + " of " + change.of());
        }
        if (action instanceof Action.DeliverUpdates updates) {
            String order = FaultKinds.kebab(updates.order());
            return new Text(
                    "Statusuppdateringar levereras: " + order,
                    "Status updates are delivered: " + order);
        }
        if (action instanceof Action.Discharge discharge) {
            String what = FaultKinds.kebab(discharge.what());
            return new Text("Utskrivningssystemet: " + what, "The discharge system: " + what);
        }
        if (action instanceof Action.ShowServerCertificate server) {
            String which = FaultKinds.kebab(server.certificate());
            return new Text("Servercertifikat: " + which, "Server certificate: " + which);
        }
        if (action instanceof Action.IssueCertificate client) {
            String which = FaultKinds.kebab(client.kind()) + ", " + client.hsaId();
            return new Text(
                    "Klientcertifikat utfärdat: " + which, "Client certificate issued: " + which);
        }
        if (action instanceof Action.SetStrictness mode) {
            String which = FaultKinds.kebab(mode.strictness());
            return new Text("Läge: " + which, "Mode: " + which);
        }
        return action instanceof Action.StopClock
                ? new Text("Klockan stannar", "The clock stops")
                : new Text("Klockan går igen", "The clock goes on");
    }
}
