package se.ehealthsdk.testkit.junit;

import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.assertions.NationalServicesAssertions;
import se.ehealthsdk.testkit.assertions.ServicesAssert;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.admin.RemoteCalls;
import se.ehealthsdk.testkit.internal.summary.Summary;

/** A workspace of services that run elsewhere. */
@SuppressWarnings("deprecation") // what JUnit 5.10 closes, and 6 too
final class RemoteServices implements ServicesOfTest, ExtensionContext.Store.CloseableResource {

    private static final Map<Class<?>, Function<RemoteServices, Object>> PARTS =
            Map.of(
                    AdminClient.Workspace.class,
                    it -> it.workspace,
                    RivtaClient.class,
                    RemoteServices::client,
                    HsaClient.class,
                    it -> HsaClient.on(it.client()),
                    Environment.class,
                    it -> it.workspace.environment(),
                    Credential.class,
                    RemoteServices::credential,
                    ServicesAssert.class,
                    it -> NationalServicesAssertions.assertThat(it.workspace));

    private final Choice choice;
    private final AdminClient.Workspace workspace;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private @Nullable RivtaClient client;

    private RemoteServices(Choice choice, AdminClient.Workspace workspace) {
        this.choice = choice;
        this.workspace = workspace;
    }

    static RemoteServices start(Choice choice, AdminClient elsewhere) {
        return new RemoteServices(choice, elsewhere.newWorkspace(choice.wishes()));
    }

    static boolean canGive(Class<?> type) {
        return PARTS.containsKey(type);
    }

    @Override
    public Object give(Class<?> type) {
        Function<RemoteServices, Object> part = PARTS.get(type);
        if (part == null) {
            throw new ConfigurationException(
                    type.getSimpleName() + " cannot be had of services that run elsewhere.",
                    "Ask for one of "
                            + PARTS.keySet().stream()
                                    .map(Class::getSimpleName)
                                    .collect(Collectors.toCollection(TreeSet::new))
                            + "; AdminClient.Workspace does what the Admin API does.");
        }
        return part.apply(this);
    }

    private Credential credential() {
        return workspace.credential(NationalServices.SYSTEM_HSA_ID);
    }

    @Override
    public Persona persona(String name) {
        return workspace.person(name);
    }

    @Override
    public NationalServices services() {
        throw new IllegalStateException(
                "the national services run elsewhere: ask for AdminClient.Workspace as a parameter of the test");
    }

    @Override
    public synchronized RivtaClient client() {
        if (client == null) {
            client =
                    RivtaClient.builder()
                            .environment(workspace.environment())
                            .credential(credential())
                            .build();
        }
        return client;
    }

    @Override
    public void enter() {
        Choice.enter(inUse);
        if (choice.oneForAllTests()) {
            workspace.reset();
        }
    }

    @Override
    public void leave() {
        inUse.set(false);
    }

    @Override
    public void requireNoFindings() {
        choice.requireNoFindings(() -> RemoteCalls.of(workspace));
    }

    @Override
    public ExchangesOfTest summary() {
        try {
            return new ExchangesOfTest(
                    "What the national services saw:\n" + Summary.lines(RemoteCalls.of(workspace)));
        } catch (se.ehealthsdk.core.error.EHealthException unreachable) {
            // the test's own failure is what counts
            return new ExchangesOfTest(
                    "What the national services saw could not be asked for: "
                            + unreachable.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        workspace.close();
    }
}
