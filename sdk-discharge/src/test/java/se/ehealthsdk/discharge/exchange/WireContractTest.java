package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.HOSPITAL;
import static se.ehealthsdk.discharge.exchange.Systems.NURSES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;

/** What really goes over the wire, held against the schemas of the OpenAPI document by a validator that is not ours. */
class WireContractTest {

    private static final Path OPENAPI = Path.of("../docs/openapi/discharge-exchange.yaml");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonSchema schema(String component) throws IOException {
        Matcher matcher =
                Pattern.compile("\\n    " + component + ":\\n      \\$ref: (\\S+)\\n")
                        .matcher(Files.readString(OPENAPI));
        assertThat(matcher.find()).as(component + " in the OpenAPI document").isTrue();
        Path file = OPENAPI.resolveSibling(matcher.group(1)).normalize();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(file.toAbsolutePath().normalize().toUri().toString()));
    }

    private static ExchangeResponse post(byte[] body, MessageHandler handler) throws IOException {
        return ExchangeEndpoint.builder()
                .peer(Systems.hospital(1))
                .ownUnits(Set.of(AID))
                .inbox(Inbox.inMemory())
                .handler(handler)
                .build()
                .handle(
                        new EndpointRequest(
                                "POST",
                                Map.of("Content-Type", "application/json"),
                                new ByteArrayInputStream(body),
                                Optional.of(Systems.credential(HOSPITAL).certificate())));
    }

    private static Envelope envelope(CaseEvent event) {
        return new Envelope(
                "e1",
                Systems.NOON,
                event.id(),
                event.caseId(),
                List.of(AID, NURSES),
                1,
                0,
                Letter.write(event));
    }

    private static void valid(JsonSchema schema, byte[] json) throws IOException {
        assertThat(schema.validate(MAPPER.readTree(json)))
                .as(new String(json, StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void envelope_isValid() throws IOException {
        valid(schema("Envelope"), envelope(Systems.fromWard(CaseId.random(), AID, NURSES)).write());
    }

    @Test
    void envelopeThatLacksAnyField_isNeitherValidNorRead() throws IOException {
        JsonNode whole =
                MAPPER.readTree(envelope(Systems.fromWard(CaseId.random(), AID)).write());
        JsonSchema schema = schema("Envelope");
        List<String> fields = new java.util.ArrayList<>();
        whole.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).hasSize(8);
        for (String field : fields) {
            com.fasterxml.jackson.databind.node.ObjectNode less = whole.deepCopy();
            less.remove(field);
            assertThat(schema.validate(less)).as("without " + field).isNotEmpty();
            assertThat(post(MAPPER.writeValueAsBytes(less), (event, reception) -> {}).status())
                    .as("without " + field)
                    .isEqualTo(400);
        }
    }

    @Test
    void acknowledgements_areValid() throws IOException {
        JsonSchema schema = schema("Acknowledgement");
        byte[] body = envelope(Systems.fromWard(CaseId.random(), AID, NURSES)).write();
        valid(schema, post(body, (event, reception) -> {}).body());
        valid(
                schema,
                post(
                                body,
                                (event, reception) -> {
                                    throw new IllegalStateException();
                                })
                        .body());
        valid(
                schema,
                post(
                                body,
                                (event, reception) -> {
                                    throw new MessageRefusedException(
                                            AckCode.KIND_NOT_TAKEN, "Not that.");
                                })
                        .body());
        for (AckCode code : AckCode.values()) {
            valid(
                    schema,
                    AckJson.write(
                            new Acknowledgement(
                                    MessageId.random(),
                                    Acknowledgement.Status.FATAL_ERROR,
                                    Optional.of(code.wire()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Set.of(),
                                    Systems.NOON)));
        }
    }

    @Test
    void problems_areValidAndTheirStatusIsInTheDocument() throws IOException {
        ExchangeResponse malformed = post(new byte[] {1}, (event, reception) -> {});
        valid(schema("Problem"), malformed.body());
        assertThat(malformed.headers()).containsEntry("Content-Type", "application/problem+json");
        String document = Files.readString(OPENAPI);
        for (int status : new int[] {200, 400, 403, 405, 409, 413, 415, 503}) {
            assertThat(document).contains("\"" + status + "\":");
        }
    }

    @Test
    void schema_namesEveryCode() throws IOException {
        String schema =
                Files.readString(
                        Path.of("../docs/schemas/discharge-exchange-acknowledgement.schema.json"));
        for (AckCode code : AckCode.values()) {
            assertThat(schema).contains(code.wire());
        }
    }
}
