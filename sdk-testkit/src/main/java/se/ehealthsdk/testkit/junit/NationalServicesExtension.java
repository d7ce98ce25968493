package se.ehealthsdk.testkit.junit;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * {@link NationalServices} for the tests of a class: started before the first test, reset before each, and
 * stopped after the last. Tests and set-up methods may have parameters of the types {@link
 * NationalServices} and {@link RivtaClient}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static NationalServicesExtension national = NationalServicesExtension.with(Persona.DR_LINDGREN);
 *
 * @Test
 * void employee_known_isFound(RivtaClient platform) {
 *     assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
 * }
 * }</pre>
 *
 * <p>{@code @ExtendWith(NationalServicesExtension.class)} does the same with everybody who comes with the
 * testkit. In a field that is not static the services start and stop with each test. The tests of one class
 * share one instance: let them run one at a time, or each with an instance of its own.
 */
public final class NationalServicesExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {

    private final UnaryOperator<NationalServices.Builder> choice;
    private @Nullable NationalServices services;
    private @Nullable RivtaClient client;
    private boolean forAll;

    /** With all the people who come with the testkit. */
    public NationalServicesExtension() {
        this(builder -> builder);
    }

    private NationalServicesExtension(UnaryOperator<NationalServices.Builder> choice) {
        this.choice = choice;
    }

    /** With these people only. */
    public static NationalServicesExtension with(Persona... people) {
        return new NationalServicesExtension(builder -> builder.people(people));
    }

    /** With what the function chooses. */
    public static NationalServicesExtension with(UnaryOperator<NationalServices.Builder> choice) {
        return new NationalServicesExtension(choice);
    }

    /**
     * The services.
     *
     * @throws IllegalStateException before the first test and after the last
     */
    public NationalServices services() {
        return running(services);
    }

    /**
     * A client of the services, the same one for all tests; closed with the services.
     *
     * @throws IllegalStateException before the first test and after the last
     */
    public RivtaClient client() {
        return running(client);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // a nested class comes here too
        if (services == null) {
            forAll = true;
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (services == null) {
            start();
        } else {
            services.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!forAll) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean nested = context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nested) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == NationalServices.class || type == RivtaClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RivtaClient.class ? client() : services();
    }

    private void start() {
        NationalServices started = choice.apply(NationalServices.builder()).start();
        services = started;
        client = started.client();
    }

    private void stop() {
        if (client != null) {
            client.close();
            client = null;
        }
        if (services != null) {
            services.close();
            services = null;
        }
        forAll = false;
    }

    private static <T> T running(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the national services are not running");
        }
        return part;
    }
}
