package se.ehealthsdk.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.FaultRule;
import se.ehealthsdk.testkit.Faults;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.accesslog.LogFault;
import se.ehealthsdk.testkit.careplan.IndexFault;
import se.ehealthsdk.testkit.careplan.SourceFault;
import se.ehealthsdk.testkit.certificate.CertificateFault;
import se.ehealthsdk.testkit.directory.DirectoryFault;
import se.ehealthsdk.testkit.directory.UnitFileFault;
import se.ehealthsdk.testkit.discharge.DischargeFault;
import se.ehealthsdk.testkit.idp.IdpFault;
import se.ehealthsdk.testkit.person.PersonServiceFault;
import se.ehealthsdk.testkit.signing.SigningFault;

/**
 * The faults of all services in one place, by name: {@code services.faultBoard()}. What was put in a service by code is seen here too. Safe for
 * use by many threads.
 */
public final class FaultBoard {

    private final NationalServices services;
    private final Map<String, Injection> injections = new LinkedHashMap<>();
    private final Map<String, Injection> sources = new LinkedHashMap<>();

    /** For {@link NationalServices}. */
    public FaultBoard(NationalServices services) {
        this.services = services;
    }

    /**
     * Puts a fault in its service; a service on a port of its own is started for it.
     *
     * @return its id, by which it can be removed
     * @throws InvalidInputException if no service answers the contract, or a source's fault has conditions: a source fails until the fault is
     *     removed
     */
    public synchronized String inject(Injection injection) {
        Object fault =
                FaultKinds.find(injection.service(), injection.kind()).make(injection.settings());
        FaultCondition when = injection.condition();
        String id =
                switch (injection.service()) {
                    case FaultKinds.PLATFORM ->
                            services.faults().add(rule(injection, (Fault) fault));
                    case FaultKinds.LOG ->
                            services.logService().faults().add((LogFault) fault, when);
                    case FaultKinds.CERTIFICATES ->
                            services.certificates()
                                    .faults()
                                    .add((CertificateFault) fault, when, contract(injection));
                    case FaultKinds.PERSONS ->
                            services.persons().faults().add((PersonServiceFault) fault, when);
                    case FaultKinds.ENGAGEMENT_INDEX ->
                            services.carePlans()
                                    .engagementIndex()
                                    .faults()
                                    .add((IndexFault) fault, when);
                    case FaultKinds.SOURCE -> source(injection, (SourceFault) fault);
                    case FaultKinds.IDP -> services.idp().faults().add((IdpFault) fault, when);
                    case FaultKinds.SIGNING ->
                            services.signingService().faults().add((SigningFault) fault, when);
                    case FaultKinds.DIRECTORY ->
                            services.directory().faults().add((DirectoryFault) fault, when);
                    case FaultKinds.UNIT_FILE ->
                            services.unitFile().faults().add((UnitFileFault) fault, when);
                    default -> services.discharge().faults().add((DischargeFault) fault, when);
                };
        injections.put(id, injection);
        return id;
    }

    private Optional<String> contract(Injection injection) {
        return injection
                .contract()
                .map(name -> ContractName.resolve(name, services.platform().contracts()));
    }

    private FaultRule rule(Injection injection, Fault fault) {
        return new FaultRule(
                fault,
                contract(injection),
                injection.caller(),
                injection.logicalAddress(),
                injection.condition());
    }

    private String source(Injection injection, SourceFault fault) {
        if (!injection.condition().equals(FaultCondition.always())) {
            throw new InvalidInputException(
                    "condition",
                    "cannot be told for a source system",
                    "none: a source fails until the fault is removed");
        }
        HsaId source = HsaId.of(injection.settings().getOrDefault("source", ""));
        services.carePlans().source(source).fails(fault);
        String id = "source-" + source.value();
        sources.put(id, injection);
        return id;
    }

    /** All faults of all services that are running, those that are spent among them. */
    public synchronized List<Injected> injected() {
        List<Injected> all = new ArrayList<>();
        for (Faults.Standing each : services.faults().rules()) {
            FaultRule rule = each.rule();
            all.add(
                    new Injected(
                            each.id(),
                            FaultKinds.PLATFORM,
                            rule.fault().kind(),
                            rule.fault().settings(),
                            rule.contract(),
                            rule.caller(),
                            rule.logicalAddress(),
                            rule.condition(),
                            each.seen(),
                            each.met(),
                            each.spent()));
        }
        running().forEach((service, faults) -> add(all, service, faults));
        sources.forEach(
                (id, injection) ->
                        all.add(
                                new Injected(
                                        id,
                                        FaultKinds.SOURCE,
                                        injection.kind(),
                                        injection.settings(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        injection.condition(),
                                        0,
                                        0,
                                        false)));
        return all;
    }

    private <F> void add(List<Injected> all, String service, ServiceFaults<F> faults) {
        for (ServiceFaults.Standing<F> each : faults.rules()) {
            FaultKinds.Named named = named(each.id(), each.fault());
            all.add(
                    new Injected(
                            each.id(),
                            service,
                            named.kind(),
                            named.settings(),
                            each.contract(),
                            Optional.empty(),
                            Optional.empty(),
                            each.condition(),
                            each.seen(),
                            each.met(),
                            each.spent()));
        }
    }

    private FaultKinds.Named named(String id, Object fault) {
        Injection injection = injections.get(id);
        return injection != null
                ? new FaultKinds.Named(injection.kind(), injection.settings())
                : FaultNames.of(fault)
                        .orElseGet(() -> new FaultKinds.Named(fault.toString(), Map.of()));
    }

    /**
     * Takes a fault away, spent or not.
     *
     * @return whether it was there
     */
    public synchronized boolean remove(String id) {
        injections.remove(id);
        Injection source = sources.remove(id);
        if (source != null) {
            services.carePlans()
                    .source(HsaId.of(source.settings().getOrDefault("source", "")))
                    .works();
            return true;
        }
        boolean there = services.faults().remove(id);
        for (ServiceFaults<?> each : running().values()) {
            there |= each.remove(id);
        }
        return there;
    }

    /** Takes every fault of every service away. */
    public synchronized void clear() {
        List.copyOf(sources.keySet()).forEach(this::remove);
        injections.clear();
        services.faults().clear();
        services.logService().clearFaults();
        running().values().forEach(ServiceFaults::clear);
    }

    /** The faults of the services, by name; those on ports of their own when they have been started. */
    Map<String, ServiceFaults<?>> running() {
        Map<String, ServiceFaults<?>> running = new LinkedHashMap<>();
        running.put(FaultKinds.LOG, services.logService().faults());
        running.put(FaultKinds.CERTIFICATES, services.certificates().faults());
        running.put(FaultKinds.PERSONS, services.persons().faults());
        running.put(FaultKinds.ENGAGEMENT_INDEX, services.carePlans().engagementIndex().faults());
        services.startedFaults().forEach(running::put);
        return running;
    }
}
