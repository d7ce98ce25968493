package se.ehealthsdk.testkit.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** Calls an Admin API, and holds each request that goes well and each answer against the document, by a validator that shares no code with it. */
final class ApiCaller {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final JsonNode document;
    private final Set<String> done = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    ApiCaller(URI server) throws Exception {
        this.server = server;
        try (InputStream in =
                Files.newInputStream(Path.of("../docs/openapi/national-services.yaml"))) {
            document = MAPPER.valueToTree((Object) new Yaml().load(in));
        }
    }

    /** An answer. */
    record Answer(int status, HttpResponse<String> response, JsonNode json) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) throws Exception {
        return call("GET", path, "");
    }

    Answer call(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + "/api" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equals("Content-Type");
        }
        if (!method.equals("GET") && !typed) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode operation = operation(method, path.replaceFirst("\\?.*", ""));
        String name = operation.get("operationId").asText();
        int status = response.statusCode();
        String type =
                response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode documented = operation.get("responses").get(String.valueOf(status));
        if (documented == null) {
            assertThat(status).as(name + ": " + response.body()).isGreaterThanOrEqualTo(400);
            documented = document.at("/components/responses/Problem");
            refused.add(name);
        } else {
            done.add(name);
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode() && !body.isEmpty() && !typed) {
                hold(name + " request", schema, MAPPER.readTree(body));
            }
        }
        if (documented.has("headers")) {
            documented
                    .get("headers")
                    .fieldNames()
                    .forEachRemaining(
                            each ->
                                    assertThat(response.headers().firstValue(each))
                                            .as(name + ": " + each)
                                            .isPresent());
        }
        if (!documented.has("content")) {
            assertThat(response.body()).as(name).isEmpty();
            return new Answer(status, response, MAPPER.nullNode());
        }
        JsonNode content = documented.get("content").get(type);
        assertThat(content).as(name + " answers " + type).isNotNull();
        if (!type.endsWith("json")) {
            return new Answer(status, response, MAPPER.nullNode());
        }
        JsonNode json = MAPPER.readTree(response.body());
        hold(name, content.get("schema"), json);
        return new Answer(status, response, json);
    }

    private void hold(String what, JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        assertThat(SCHEMAS.getSchema(whole).validate(value)).as(what + ": " + value).isEmpty();
    }

    private JsonNode operation(String method, String path) {
        JsonNode fits = null;
        Iterator<String> templates = document.get("paths").fieldNames();
        while (templates.hasNext()) {
            String template = templates.next();
            JsonNode operation =
                    document.get("paths").get(template).get(method.toLowerCase(Locale.ROOT));
            boolean same = template.equals(path);
            if (operation != null
                    && (same
                            || fits == null
                                    && path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))) {
                fits = operation;
                if (same) {
                    break;
                }
            }
        }
        assertThat(fits).as(method + " " + path + " is documented").isNotNull();
        return fits;
    }

    /** The operations that the document has and nobody has called with success. */
    Set<String> undone() {
        return without(done, false);
    }

    /** The operations that change something, and that have refused nothing. */
    Set<String> unrefused() {
        return without(refused, true);
    }

    private Set<String> without(Set<String> called, boolean changing) {
        Set<String> left = new TreeSet<>();
        document.get("paths")
                .forEach(
                        path ->
                                path.fields()
                                        .forEachRemaining(
                                                each -> {
                                                    if (each.getValue().has("operationId")
                                                            && !(changing
                                                                    && each.getKey()
                                                                            .equals("get"))) {
                                                        left.add(
                                                                each.getValue()
                                                                        .get("operationId")
                                                                        .asText());
                                                    }
                                                }));
        left.removeAll(called);
        return left;
    }
}
