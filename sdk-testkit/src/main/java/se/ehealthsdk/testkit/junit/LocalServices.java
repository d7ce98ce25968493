package se.ehealthsdk.testkit.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Faults;
import se.ehealthsdk.testkit.Journal;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.Platform;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.TestClock;
import se.ehealthsdk.testkit.access.AccessControlStandIn;
import se.ehealthsdk.testkit.accesslog.LogServiceStandIn;
import se.ehealthsdk.testkit.assertions.NationalServicesAssertions;
import se.ehealthsdk.testkit.assertions.ServicesAssert;
import se.ehealthsdk.testkit.careplan.CarePlanStandIn;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.directory.DirectoryStandIn;
import se.ehealthsdk.testkit.directory.UnitFileStandIn;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.idp.IdentityProviderStandIn;
import se.ehealthsdk.testkit.internal.summary.SeenCall;
import se.ehealthsdk.testkit.internal.summary.Summary;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;
import se.ehealthsdk.testkit.signing.SigningServiceStandIn;
import se.ehealthsdk.testpki.TestPki;

/** Services in this JVM. */
@SuppressWarnings("deprecation") // what JUnit 5.10 closes, and 6 too
final class LocalServices implements ServicesOfTest, ExtensionContext.Store.CloseableResource {

    private static final Map<Class<?>, Function<LocalServices, Object>> PARTS = parts();

    private final Choice choice;
    private final NationalServices services;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private @Nullable RivtaClient client;

    private LocalServices(Choice choice, NationalServices services) {
        this.choice = choice;
        this.services = services;
    }

    static LocalServices start(Choice choice, SharedPort port) {
        NationalServices started =
                choice.builder().apply(NationalServices.builder().on(port)).start();
        choice.afterwards().accept(started);
        return new LocalServices(choice, started);
    }

    private static Map<Class<?>, Function<LocalServices, Object>> parts() {
        Map<Class<?>, Function<LocalServices, Object>> parts = new HashMap<>();
        parts.put(NationalServices.class, LocalServices::services);
        parts.put(RivtaClient.class, LocalServices::client);
        parts.put(HsaClient.class, it -> HsaClient.on(it.client()));
        parts.put(Environment.class, it -> it.services.environment());
        parts.put(Credential.class, it -> it.services.credential());
        parts.put(TestPki.class, it -> it.services.pki());
        parts.put(TestClock.class, it -> it.services.clock());
        parts.put(Platform.class, it -> it.services.platform());
        parts.put(Faults.class, it -> it.services.faults());
        parts.put(Journal.class, it -> it.services.journal());
        parts.put(ServicesAssert.class, it -> NationalServicesAssertions.assertThat(it.services));
        parts.put(HsaStandIn.class, it -> it.services.hsa());
        parts.put(LogServiceStandIn.class, it -> it.services.logService());
        parts.put(AccessControlStandIn.class, it -> it.services.accessControl());
        parts.put(CertificateStandIn.class, it -> it.services.certificates());
        parts.put(CarePlanStandIn.class, it -> it.services.carePlans());
        parts.put(PersonServiceStandIn.class, it -> it.services.persons());
        parts.put(IdentityProviderStandIn.class, it -> it.services.idp());
        parts.put(SigningServiceStandIn.class, it -> it.services.signingService());
        parts.put(DirectoryStandIn.class, it -> it.services.directory());
        parts.put(UnitFileStandIn.class, it -> it.services.unitFile());
        parts.put(RegionalDischargeSystem.class, it -> it.services.discharge());
        return Map.copyOf(parts);
    }

    static boolean canGive(Class<?> type) {
        return PARTS.containsKey(type);
    }

    @Override
    public Object give(Class<?> type) {
        Function<LocalServices, Object> part = PARTS.get(type);
        if (part == null) {
            throw new ConfigurationException(
                    type.getSimpleName()
                            + " is of services that run elsewhere, and these run in this JVM.",
                    "Ask for NationalServices, or for the parts of it.");
        }
        return part.apply(this);
    }

    @Override
    public Persona persona(String name) {
        return People.named(name, services.hsa());
    }

    @Override
    public NationalServices services() {
        return services;
    }

    @Override
    public synchronized RivtaClient client() {
        if (client == null) {
            client = services.client();
        }
        return client;
    }

    @Override
    public void enter() {
        Choice.enter(inUse);
        if (choice.oneForAllTests()) {
            services.reset();
            choice.afterwards().accept(services);
        }
    }

    @Override
    public void leave() {
        inUse.set(false);
    }

    @Override
    public void requireNoFindings() {
        choice.requireNoFindings(this::calls);
    }

    @Override
    public ExchangesOfTest summary() {
        return new ExchangesOfTest("What the national services saw:\n" + Summary.lines(calls()));
    }

    private List<SeenCall> calls() {
        return services.journal().exchanges().stream().map(SeenCall::of).toList();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        services.close();
    }
}
