package se.ehealthsdk.conformance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.HealthcareProfessional.Speciality;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;

/** Certificates that the schema allows, with everything in them that it has a place for; the same for a seed. */
final class RandomIntyg {

    private static final String TYPES = "urn:riv:clinicalprocess:healthcond:certificate:types:3";
    private static final String[] PIECES = {
        "a",
        "Å",
        "ö",
        " ",
        "\n",
        "\r",
        "\t",
        "<",
        "&",
        ">",
        "]]>",
        "\"",
        "'",
        "-",
        "0",
        "\u00A0",
        "\uD83D\uDE00",
        "\u2028",
        "\uFFFD",
        "text"
    };

    private final Random random;

    private RandomIntyg(long seed) {
        this.random = new Random(seed);
    }

    static Intyg of(long seed) {
        return new RandomIntyg(seed).intyg();
    }

    private Intyg intyg() {
        Intyg.Builder builder =
                Intyg.builder()
                        .id(Identifier.of(text(), text()))
                        .type(
                                new CodedValue(
                                        "LISJP",
                                        CertificateType.CODE_SYSTEM,
                                        Optional.empty(),
                                        Optional.empty(),
                                        maybe(this::text),
                                        Optional.empty()),
                                text())
                        .patient(patient())
                        .issuer(professional());
        list(() -> code("769bb12b-bd9f-4203-a5cd-fd14f2eb3b80")).forEach(builder::recipient);
        maybe(this::time).ifPresent(builder::signedAt);
        maybe(this::time).ifPresent(builder::sentAt);
        list(this::relation).forEach(builder::relation);
        list(this::status).forEach(builder::status);
        for (int i = random.nextInt(12); i > 0; i--) {
            builder.answer(answer());
        }
        return builder.build();
    }

    private Patient patient() {
        return new Patient(
                Identifier.of(
                        random.nextBoolean()
                                ? Identifier.PERSONNUMMER
                                : Identifier.SAMORDNINGSNUMMER,
                        "19121212%04d".formatted(random.nextInt(10_000))),
                text(),
                text(),
                maybe(this::text),
                text(),
                text(),
                text(),
                maybe(() -> code("4ade8de2-effe-41d0-b177-fedc820e69fa")));
    }

    private HealthcareProfessional professional() {
        return new HealthcareProfessional(
                hsaId(),
                text(),
                maybe(this::text),
                list(() -> code("1.2.752.129.2.2.1.4")),
                new IssuingUnit(
                        hsaId(),
                        Identifier.of(Identifier.WORKPLACE_CODE, "0" + text()),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        maybe(this::text),
                        new CareProvider(hsaId(), text(), list(this::foreign)),
                        list(this::foreign)),
                list(() -> new Speciality(text(), maybe(this::text))),
                list(() -> code("1.2.752.29.23.1.6")));
    }

    private Relation relation() {
        return new Relation(
                code(Relation.CODE_SYSTEM), Identifier.of(text(), text()), list(this::foreign));
    }

    private Status status() {
        return new Status(
                code("769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"),
                code(Status.CODE_SYSTEM),
                Optional.of(time()),
                list(this::foreign));
    }

    private Answer answer() {
        List<Answer.Part> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            parts.add(new Answer.Part(random.nextInt(99) + "." + random.nextInt(99), content()));
        }
        return new Answer(
                Integer.toString(random.nextInt(10_000)),
                maybe(random::nextInt),
                parts,
                list(this::foreign));
    }

    private Content content() {
        return switch (random.nextInt(12)) {
            case 0 ->
                    new Content.Cv(
                            new CodedValue(
                                    text(),
                                    text(),
                                    maybe(this::text),
                                    maybe(this::text),
                                    maybe(this::text),
                                    maybe(this::text)));
            case 1 -> new Content.DatePeriod(maybe(this::day), maybe(this::day));
            case 2 -> new Content.TimePeriod(maybe(this::time), maybe(this::time));
            case 3 -> new Content.Date(day());
            case 4 -> new Content.Timestamp(time());
            case 5 ->
                    random.nextBoolean()
                            ? new Content.PartialDate("YYYY", "2026")
                            : new Content.PartialDate("YYYY-MM-DD", "2026-03-31");
            case 6 -> new Content.Pq(Double.toString(random.nextGaussian() * 1e9), text());
            case 7 ->
                    new Content.PqInterval(
                            maybe(() -> "-1.5"), maybe(() -> random.nextInt(99) + "E3"), text());
            case 8 -> new Content.Ii(new Identifier(text(), maybe(this::text)));
            case 9 -> other();
            default -> new Content.Text(text());
        };
    }

    /** Mixed content, several elements, elements that nobody knows. */
    private Content other() {
        XmlElement date =
                new XmlElement(
                        new QName(TYPES, "date", "d"),
                        List.of(new Declaration("d", TYPES)),
                        List.of(),
                        List.of(new XmlNode.Text("2026-03-02")));
        return switch (random.nextInt(4)) {
            case 0 -> new Content.Other(List.of(new XmlNode.Text("mixed"), date));
            case 1 -> new Content.Other(List.of(date, date));
            case 2 -> new Content.Other(List.of(foreign(), new XmlNode.Text("x"), foreign()));
            default -> new Content.Other(List.of(foreign()));
        };
    }

    /** An element of a namespace that no contract has, with all that XML can have in it. */
    private XmlElement foreign() {
        String namespace = "urn:x-foreign:" + random.nextInt(3);
        String prefix = random.nextBoolean() ? "" : random.nextBoolean() ? "rg" : "x";
        List<XmlNode> children = new ArrayList<>();
        children.add(new XmlNode.Text("t" + text()));
        if (random.nextBoolean()) {
            children.add(new XmlNode.Comment(" aside "));
            children.add(new XmlNode.Instruction("do", "it"));
        }
        children.add(
                new XmlElement(
                        new QName("", "none", ""),
                        prefix.isEmpty() ? List.of(new Declaration("", "")) : List.of(),
                        List.of(),
                        List.of()));
        children.add(
                new XmlElement(
                        new QName(namespace, "in", prefix),
                        prefix.isEmpty() ? List.of(new Declaration("", namespace)) : List.of(),
                        List.of(),
                        List.of()));
        List<Attribute> attributes =
                prefix.isEmpty()
                        ? List.of(new Attribute(new QName("a"), text()))
                        : List.of(
                                new Attribute(new QName(namespace, "a", prefix), text()),
                                new Attribute(new QName("a"), text()));
        return new XmlElement(
                new QName(namespace, "foreign", prefix),
                List.of(new Declaration(prefix, namespace)),
                attributes,
                children);
    }

    private Identifier hsaId() {
        return Identifier.of(Identifier.HSA_ID, "SE2321000016-" + random.nextInt(1000));
    }

    private CodedValue code(String codeSystem) {
        return new CodedValue(
                text(),
                codeSystem,
                Optional.empty(),
                Optional.empty(),
                maybe(this::text),
                Optional.empty());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000L);
    }

    private LocalDateTime time() {
        return day().atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }
}
