package se.ehealthsdk.testkit.junit;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * {@link NationalServices} for each test, on one server for the whole run. Each test has services of its own with nothing remembered, so tests may run at
 * the same time, also those of one class.
 *
 * <pre>{@code
 * @WithNationalServices
 * class EmployeeLookUpTest {
 *
 *     @Test
 *     void employee_known_isFound(HsaClient hsa) {
 *         assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
 *     }
 * }
 * }</pre>
 *
 * <p>{@link WithNationalServices} is the way as a rule; for what an annotation cannot say, register one by hand:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final NationalServicesExtension NATIONAL =
 *         NationalServicesExtension.with(services -> services.clock(clock)).failingOnFindings();
 * }</pre>
 *
 * <p><b>Parameters</b> of tests, {@code @BeforeEach} and {@code @AfterEach}: {@link NationalServices}, {@link RivtaClient}, {@code HsaClient}, {@code
 * Environment}, {@code Credential}, {@code TestPki}, {@code TestClock}, {@code Platform}, {@code Faults}, {@code Journal}, {@code ServicesAssert}, each of
 * the stand-ins, and {@link Persona} with {@link TestPersona}. Clients are closed after the test. Constructors and {@code @BeforeAll} come before there is a
 * test: they get none, unless the tests of the class share services ({@link #oneForAllTests()}).
 *
 * <p><b>When a test fails</b>, what was called and which rules were broken comes with the failure, as a suppressed exception without personal data.
 */
public final class NationalServicesExtension
        implements BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private final @Nullable Choice chosen;
    private final Map<String, ServicesOfTest> running = new ConcurrentHashMap<>();
    private final ThreadLocal<ServicesOfTest> ofThread = new ThreadLocal<>();

    /** As {@link WithNationalServices} says; where there is none, with everything as it is by default. */
    public NationalServicesExtension() {
        chosen = null;
    }

    private NationalServicesExtension(Choice chosen) {
        this.chosen = chosen;
    }

    /** With these people only. */
    public static NationalServicesExtension with(Persona... people) {
        return with(builder -> builder.people(people));
    }

    /**
     * With what the function chooses, which is asked for each test.
     *
     * @param choice of a builder on the shared server; choosing a port or a PKI there gives each test a server of its own
     */
    public static NationalServicesExtension with(UnaryOperator<NationalServices.Builder> choice) {
        return new NationalServicesExtension(Choice.of(choice));
    }

    /**
     * With services that run elsewhere, in a container or from the jar: each test has a workspace of its own there. Needs no port but the server's.
     *
     * <pre>{@code
     * @RegisterExtension
     * static final NationalServicesExtension NATIONAL =
     *         NationalServicesExtension.connectedTo(URI.create("http://localhost:8480"));
     *
     * @Test
     * void employee_known_isFound(HsaClient hsa, AdminClient.Workspace services) { ... }
     * }</pre>
     *
     * <p>Parameters are {@link AdminClient.Workspace}, {@link RivtaClient}, {@code HsaClient}, {@code Environment}, {@code Credential}, {@code ServicesAssert} and
     * {@link Persona} with {@link TestPersona}. The others, and {@link #services()}, are of services in this JVM: asking for them fails, and says so.
     *
     * @param console where the console is, as {@code http://localhost:8480}
     * @throws ConfigurationException if that is no address of a server
     */
    public static NationalServicesExtension connectedTo(URI console) {
        return connectedTo(AdminClient.of(console));
    }

    /** With services that run elsewhere, as {@link #connectedTo(URI)}; for a server that asks for a password. */
    public static NationalServicesExtension connectedTo(AdminClient elsewhere) {
        return connectedTo(elsewhere, AdminClient.Wishes.NONE);
    }

    /** With services that run elsewhere, and these people or this mode or seed. */
    public static NationalServicesExtension connectedTo(
            AdminClient elsewhere, AdminClient.Wishes wishes) {
        return new NationalServicesExtension(Choice.of(elsewhere, wishes));
    }

    /** The same, but a test fails when a message of it broke a rule, advice apart, though the test itself was content. */
    public NationalServicesExtension failingOnFindings(String... allowedRules) {
        return new NationalServicesExtension(choice().failingOnFindings(Set.of(allowedRules)));
    }

    /**
     * The same, but the tests of the class share services, which are reset before each: for a system under test that is started once, with one address.
     * Needs a static field.
     */
    public NationalServicesExtension oneForAllTests() {
        return new NationalServicesExtension(choice().sharedByTests());
    }

    private Choice choice() {
        return chosen == null ? Choice.DEFAULT : chosen;
    }

    /**
     * The services of the test that this thread runs; on other threads, those of the only test that is running.
     *
     * @throws IllegalStateException if no test is running, or several are and this thread runs none of them, or they run elsewhere
     */
    public NationalServices services() {
        return ofTest().services();
    }

    /**
     * A client of the services, the same one for the whole test and closed after it.
     *
     * @throws IllegalStateException as {@link #services()}
     */
    public RivtaClient client() {
        return ofTest().client();
    }

    private ServicesOfTest ofTest() {
        ServicesOfTest own = ofThread.get();
        if (own != null) {
            return own;
        }
        List<ServicesOfTest> all = List.copyOf(running.values());
        if (all.size() != 1) {
            throw new IllegalStateException(
                    all.isEmpty()
                            ? "the national services are not running: no test is"
                            : "several tests are running, and this thread runs none of them: ask for"
                                    + " the services as a parameter of the test");
        }
        return all.get(0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Choice choice = choiceOf(context);
        ServicesOfTest services =
                choice.oneForAllTests()
                        ? shared(context, choice)
                        : started(context, choice, store(context));
        services.enter();
        ofThread.set(services);
        running.put(context.getUniqueId(), services);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ServicesOfTest services = running.remove(context.getUniqueId());
        ofThread.remove();
        if (services == null) {
            // its start failed, which has been told
            return;
        }
        try {
            if (context.getExecutionException().isEmpty()) {
                services.requireNoFindings();
            }
        } finally {
            services.leave();
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(
            ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    private Throwable explained(ExtensionContext context, Throwable failure) {
        ServicesOfTest services = running.get(context.getUniqueId());
        if (services != null) {
            failure.addSuppressed(services.summary());
        }
        return failure;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Persona.class
                ? parameter.isAnnotated(TestPersona.class)
                : ServicesOfTest.canGive(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ServicesOfTest services = running.get(context.getUniqueId());
        if (services == null) {
            Choice choice = choiceOf(context);
            if (!choice.oneForAllTests()) {
                throw new ParameterResolutionException(
                        "Each test has national services of its own, and here is no test yet: ask for "
                                + parameter.getParameter().getType().getSimpleName()
                                + " in @BeforeEach or in the test, or let the tests share services with"
                                + " oneForAllTests.");
            }
            services = shared(context, choice);
        }
        return given(parameter.getParameter(), parameter, services);
    }

    private static Object given(
            Parameter asked, ParameterContext parameter, ServicesOfTest services) {
        try {
            return asked.getType() == Persona.class
                    ? services.persona(
                            parameter.findAnnotation(TestPersona.class).orElseThrow().value())
                    : services.give(asked.getType());
        } catch (ConfigurationException | InvalidInputException unable) {
            throw new ParameterResolutionException(String.valueOf(unable.getMessage()), unable);
        }
    }

    private Choice choiceOf(ExtensionContext context) {
        return chosen == null ? annotation(context).map(Choice::of).orElse(Choice.DEFAULT) : chosen;
    }

    /** The nearest: of the method, its class, and the classes around that. */
    private static Optional<WithNationalServices> annotation(ExtensionContext context) {
        Optional<WithNationalServices> found =
                context.getElement().map(each -> each.getAnnotation(WithNationalServices.class));
        return found.isPresent()
                ? found
                : context.getParent().flatMap(NationalServicesExtension::annotation);
    }

    private ServicesOfTest shared(ExtensionContext context, Choice choice) {
        ExtensionContext.Store store = store(outermost(context));
        synchronized (this) {
            ServicesOfTest there = store.get(ServicesOfTest.class, ServicesOfTest.class);
            return there == null ? started(context, choice, store) : there;
        }
    }

    private static ServicesOfTest started(
            ExtensionContext context, Choice choice, ExtensionContext.Store store) {
        ServicesOfTest started = ServicesOfTest.start(choice, context);
        // the store closes it, at the end of the test or of the class
        store.put(ServicesOfTest.class, started);
        return started;
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(
                ExtensionContext.Namespace.create(NationalServicesExtension.class, this));
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext outermost = context;
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent()) {
            if (parent.get().getTestClass().isPresent()) {
                outermost = parent.get();
            }
            parent = parent.get().getParent();
        }
        return outermost;
    }
}
