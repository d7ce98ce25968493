package se.ehealthsdk.testkit.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;

/** The document and the code say the same. */
class ApiDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/openapi/national-services.yaml");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode document() throws Exception {
        try (InputStream in = Files.newInputStream(DOCUMENT)) {
            return MAPPER.valueToTree((Object) new Yaml().load(in));
        }
    }

    @Test
    void routes_of_code_and_document_are_the_same() throws Exception {
        List<String> documented = new ArrayList<>();
        document()
                .get("paths")
                .fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (!method.equals("parameters")) {
                                                        documented.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));
        try (NationalServices services = NationalServices.start();
                Api api =
                        new Api(
                                services,
                                SharedPort::open,
                                1,
                                () ->
                                        new About(
                                                "test",
                                                Instant.EPOCH,
                                                OptionalLong.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                "testpki",
                                                List.of(),
                                                Map.of()),
                                Set.of(),
                                null)) {
            assertThat(api.routes()).containsExactlyInAnyOrderElementsOf(documented);
        }
    }
}
