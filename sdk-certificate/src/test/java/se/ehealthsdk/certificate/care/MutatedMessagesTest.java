package se.ehealthsdk.certificate.care;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.care.Told.minute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.rivta.EndpointResponse;
import se.ehealthsdk.core.rivta.RivtaEndpoint;

/** Messages with something wrong in them: an ordinary answer, or a fault that blames the sender, never one of ours. */
class MutatedMessagesTest {

    private static final int ROUNDS = 40;
    private static final Pattern ELEMENT =
            Pattern.compile("<([a-z0-9:-]+)[^<>]*>[^<>]*</\\1>", Pattern.CASE_INSENSITIVE);
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "-1",
                    "99999999999999999999",
                    "2026-02-30",
                    "0000-00-00T00:00:00",
                    "2026-03-02T25:61:61",
                    "9999-12-31T23:59:59.999999999",
                    "<x/>",
                    "<a><b>c</b></a>",
                    "å\u00a0ä\u2028ö",
                    "x".repeat(5_000),
                    "<![CDATA[<]]>",
                    "<!-- c --><?pi?>");

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedMessage_isNeverAnInternalError(int seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String message = random.nextBoolean() ? status() : question();
            String mutated =
                    random.nextInt(4) == 0 ? torn(message, random) : replaced(message, random);

            EndpointResponse response = post(mutated);

            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            if (response.status() == 200) {
                assertThat(body).containsPattern("resultCode>(OK|INFO|ERROR)<");
            } else {
                assertThat(response.status()).isEqualTo(500);
                assertThat(body)
                        .contains("Client")
                        .doesNotContainIgnoringCase("marshalling error")
                        .doesNotContain("Internal error");
            }
            assertThat(body).doesNotContain(Told.PATIENT);
        }
    }

    /** Another text in one of the elements, or another element. */
    private static String replaced(String message, Random random) {
        Matcher elements = ELEMENT.matcher(message);
        int chosen = random.nextInt((int) ELEMENT.matcher(message).results().count());
        for (int i = 0; i <= chosen; i++) {
            elements.find();
        }
        String nasty = NASTY.get(random.nextInt(NASTY.size()));
        String element = elements.group();
        String other =
                switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> element + element;
                    case 2 -> nasty;
                    default ->
                            element.substring(0, element.indexOf('>') + 1)
                                    + nasty
                                    + element.substring(element.lastIndexOf("</"));
                };
        return message.substring(0, elements.start()) + other + message.substring(elements.end());
    }

    /** Some characters less, or some twice. */
    private static String torn(String message, Random random) {
        int from = random.nextInt(message.length());
        int to = Math.min(message.length(), from + random.nextInt(40));
        return random.nextBoolean()
                ? message.substring(0, from) + message.substring(to)
                : message.substring(0, to) + message.substring(from);
    }

    private static String status() {
        return wire(
                Told.status(
                                EventCode.QUESTION_RECEIVED,
                                minute(0),
                                new QuestionCounts(1, 1, 0, 0),
                                new QuestionCounts(2, 1, 0, 1))
                        .toBytes());
    }

    private static String question() {
        return wire(
                new MessageEvent(
                                new SendMessageToCare(
                                        "M1",
                                        Optional.of("R"),
                                        minute(0),
                                        Told.certificateId(),
                                        Identifier.of(Identifier.PERSONNUMMER, Told.PATIENT),
                                        Told.UNIT,
                                        MessageSubject.COMPLETION,
                                        Optional.of("Rubrik"),
                                        "Fråga",
                                        Optional.empty(),
                                        Optional.of(MessageReference.of("M0")),
                                        Part.FKASSA,
                                        List.of("Telefon"),
                                        List.of(
                                                new SendMessageToCare.Completion(
                                                        "17", Optional.of(1), "mer")),
                                        Optional.of(LocalDate.of(2026, 4, 1))))
                        .toBytes());
    }

    private static String wire(byte[] message) {
        return new String(message, StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", "");
    }

    private static EndpointResponse post(String message) throws IOException {
        String envelope =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
                        + "<LogicalAddress xmlns=\"urn:riv:itintegration:registry:1\">X</LogicalAddress>"
                        + "</s:Header><s:Body>"
                        + message
                        + "</s:Body></s:Envelope>";
        return CareEvents.into(new InMemoryCareEventStore())
                .on(RivtaEndpoint.builder())
                .build()
                .handle(
                        new EndpointRequest(
                                "POST",
                                Map.of(),
                                new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty()));
    }
}
