package se.ehealthsdk.testkit.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.SharedPort;
import se.ehealthsdk.testkit.admin.AdminServer;
import se.ehealthsdk.testkit.hsa.Persona;

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

    @Test
    void answers_have_the_documented_fields() throws Exception {
        JsonNode document = document();
        try (NationalServices services = NationalServices.start();
                AdminServer admin = AdminServer.start(services);
                var platform = services.client()) {
            HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
            services.faults().next(se.ehealthsdk.testkit.Fault.vp("VP009"));
            for (String each :
                    List.of(
                            "/about",
                            "/mode",
                            "/clock",
                            "/exchanges",
                            "/exchanges/1",
                            "/rules",
                            "/findings",
                            "/people",
                            "/people/DR_LINDGREN",
                            "/units",
                            "/patients",
                            "/care-providers",
                            "/commissions",
                            "/certificates",
                            "/access-log",
                            "/discharge/cases",
                            "/outbox",
                            "/faults",
                            "/faults/kinds",
                            "/workspaces",
                            "/workspaces/default")) {
                HttpResponse<String> answer = get(admin.url() + "/api" + each);
                assertThat(answer.statusCode()).as(each + " " + answer.body()).isEqualTo(200);
                JsonNode schema = schema(document, each);
                check(each, document, schema, MAPPER.readTree(answer.body()));
            }
        }
    }

    private static JsonNode schema(JsonNode document, String path) {
        String template =
                path.replaceFirst("/exchanges/\\d+", "/exchanges/{number}")
                        .replaceFirst("/people/.+", "/people/{id}")
                        .replaceFirst("/workspaces/.+", "/workspaces/{name}");
        return document.get("paths")
                .get(template)
                .at("/get/responses/200/content/application~1json/schema");
    }

    private static void check(String where, JsonNode document, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            check(where, document, document.at(schema.get("$ref").asText().substring(1)), value);
            return;
        }
        assertThat(value.isNull()).as(where).isFalse();
        String type = schema.path("type").asText();
        if (schema.has("enum")) {
            List<String> allowed = new ArrayList<>();
            schema.get("enum").forEach(each -> allowed.add(each.asText()));
            assertThat(allowed).as(where).contains(value.asText());
        }
        switch (type) {
            case "object" -> {
                assertThat(value.isObject()).as(where).isTrue();
                schema.path("required")
                        .forEach(
                                each ->
                                        assertThat(value.has(each.asText()))
                                                .as(where + "/" + each.asText())
                                                .isTrue());
                boolean closed = schema.path("additionalProperties").isBoolean();
                value.fields()
                        .forEachRemaining(
                                each -> {
                                    JsonNode part = schema.path("properties").get(each.getKey());
                                    if (part != null) {
                                        check(
                                                where + "/" + each.getKey(),
                                                document,
                                                part,
                                                each.getValue());
                                    } else {
                                        assertThat(closed)
                                                .as(
                                                        where
                                                                + "/"
                                                                + each.getKey()
                                                                + " is not documented")
                                                .isFalse();
                                    }
                                });
            }
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(each -> check(where + "[]", document, schema.get("items"), each));
            }
            case "string" -> assertThat(value.isTextual()).as(where).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "number" -> assertThat(value.isNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> {
                // anything
            }
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
