package se.ehealthsdk.certificate.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.internal.wire.IntygDocument;
import se.ehealthsdk.certificate.internal.wire.IntygTree;
import se.ehealthsdk.certificate.internal.wire.XmlText;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A medical certificate (intyg) as the contract carries it. Immutable.
 *
 * <p>One that was read keeps what it was read from: {@link #xml()} gives that back, whatever this class knows of it,
 * so that a signature in it still holds. One that was built, or changed by {@link #toBuilder()}, is written by this
 * class, the same bytes for the same content.
 *
 * <p>Times are Swedish local time in whole seconds, without zone, as on the wire.
 *
 * <p>Source: clinicalprocess:healthcond:certificate 3, type {@code Intyg} of core 3.3.
 */
public final class Intyg {

    private static final String REGISTER_CERTIFICATE =
            "urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3";

    private final Identifier id;
    private final List<CodedValue> recipients;
    private final CodedValue type;
    private final String version;
    private final @Nullable LocalDateTime signedAt;
    private final @Nullable LocalDateTime sentAt;
    private final Patient patient;
    private final HealthcareProfessional issuer;
    private final List<Relation> relations;
    private final List<Status> statuses;
    private final List<Answer> answers;
    private final @Nullable XmlElement signature;
    private final @Nullable XmlElement source;
    private final @Nullable List<XmlNode> message;

    /** What {@link #element()} made, for the next who asks: a check and the writing after it. */
    private @Nullable XmlElement made;

    private Intyg(Builder from) {
        this.id = Objects.requireNonNull(from.id, "id");
        this.recipients = List.copyOf(from.recipients);
        this.type = Objects.requireNonNull(from.type, "type");
        this.version = Objects.requireNonNull(from.version, "version");
        this.signedAt = from.signedAt;
        this.sentAt = from.sentAt;
        this.patient = Objects.requireNonNull(from.patient, "patient");
        this.issuer = Objects.requireNonNull(from.issuer, "issuer");
        this.relations = List.copyOf(from.relations);
        this.statuses = List.copyOf(from.statuses);
        this.answers = List.copyOf(from.answers);
        this.signature = from.signature;
        this.source = from.source;
        this.message = from.message;
    }

    /**
     * Reads a certificate: an XML document with exactly one {@code intyg} in it, alone or in a message, for example
     * RegisterCertificate 3 or GetCertificateResponse 2.
     *
     * <p>Its content is taken as it is: what is missing is empty or absent, and what is not as the schema wants it
     * is kept as it came. A check tells what is wrong with it.
     *
     * @param document XML 1.0 without DOCTYPE, in UTF-8 or what it declares; at most 15 MiB, 100 levels deep
     * @throws InvalidInputException if it is no such XML, or does not hold exactly one {@code intyg}; says where, and
     *     never what stands there
     */
    public static Intyg read(byte[] document) {
        IntygDocument read = IntygDocument.read(document);
        Builder builder = IntygTree.read(read.intyg());
        builder.source = read.intyg();
        builder.message = read.message().orElse(null);
        return builder.build();
    }

    /**
     * As {@link #read(byte[])}.
     *
     * @param document read to its end, or to the limit; not closed
     * @throws IOException if the stream fails
     * @throws InvalidInputException as for {@link #read(byte[])}
     */
    public static Intyg read(InputStream document) throws IOException {
        // one more than the limit is enough to be refused
        return read(document.readNBytes((int) IntygDocument.MAX_BYTES + 1));
    }

    /**
     * The certificate that an element {@code intyg} holds, as when it is read from a document.
     *
     * @param intyg the element, of any namespace, with all namespaces that it uses declared in it
     * @throws InvalidInputException if it is deeper than any certificate, or holds what XML cannot carry
     */
    public static Intyg of(XmlElement intyg) {
        XmlText.check("intyg", intyg);
        Builder builder = IntygTree.read(intyg);
        builder.source = intyg;
        return builder.build();
    }

    /** Starts an empty certificate. The forms in {@code se.ehealthsdk.certificate.form} fill one by the rules. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Its id: the HSA-id of the issuing unit as root, a GUID as extension.
     *
     * @see #certificateId()
     */
    public Identifier id() {
        return id;
    }

    /** The GUID of {@link #id()}; empty text where it has none. */
    public String certificateId() {
        return id.extension().orElse("");
    }

    /** Whom it is for ({@code mottagare}), for example {@code FKASSA}. */
    public List<CodedValue> recipients() {
        return recipients;
    }

    /** The type as it stands ({@code typ}). */
    public CodedValue typeCode() {
        return type;
    }

    /** The type. */
    public CertificateType type() {
        return new CertificateType(type.code());
    }

    /** The version of the type, for example {@code 2.0}. */
    public String version() {
        return version;
    }

    /** The major version of the type; empty if {@link #version()} does not begin with a number. */
    public OptionalInt majorVersion() {
        int dot = version.indexOf('.');
        int end = dot < 0 ? version.length() : dot;
        if (end < 1 || end > 4) {
            return OptionalInt.empty();
        }
        int major = 0;
        for (int i = 0; i < end; i++) {
            int digit = version.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            major = major * 10 + digit;
        }
        return OptionalInt.of(major);
    }

    /** When it was signed ({@code signeringstidpunkt}). */
    public Optional<LocalDateTime> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    /** When it was sent ({@code skickatTidpunkt}). */
    public Optional<LocalDateTime> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** The patient. */
    public Patient patient() {
        return patient;
    }

    /** Who issued it ({@code skapadAv}), and the unit. */
    public HealthcareProfessional issuer() {
        return issuer;
    }

    /** The HSA-id of the issuing unit; empty if what stands there is none. */
    public Optional<HsaId> issuingUnit() {
        return issuer.unit().id().extension().flatMap(HsaId::tryParse);
    }

    /** How it relates to earlier certificates. */
    public List<Relation> relations() {
        return relations;
    }

    /** What has happened to it, as the service that gave it out knows. */
    public List<Status> statuses() {
        return statuses;
    }

    /** The answers ({@code svar}), in their order. */
    public List<Answer> answers() {
        return answers;
    }

    /** The answers to one question, in their order. */
    public List<Answer> answers(String questionId) {
        List<Answer> found = new ArrayList<>(2);
        for (Answer answer : answers) {
            if (answer.id().equals(questionId)) {
                found.add(answer);
            }
        }
        return found;
    }

    /** The signature ({@code underskrift}, extension 3.2), as it stands. */
    public Optional<XmlElement> signature() {
        return Optional.ofNullable(signature);
    }

    /** The element {@code intyg} that it was read from; empty for one that was built. */
    public Optional<XmlElement> source() {
        return Optional.ofNullable(source);
    }

    /**
     * The element {@code intyg}: {@link #source()}, or for one that was built what {@link #xml()} writes.
     *
     * @throws InvalidInputException if it was built with text or elements that XML cannot carry, or with a year that
     *     the contract cannot write
     */
    public XmlElement element() {
        if (source != null) {
            return source;
        }
        XmlElement element = made;
        if (element == null) {
            element = IntygTree.write(this, REGISTER_CERTIFICATE);
            made = element;
        }
        return element;
    }

    /**
     * The certificate as a document: RegisterCertificate 3 in UTF-8.
     *
     * <p>For one that was read from a RegisterCertificate it is what was read, with the same canonical form
     * (Canonical XML 1.0); for one that was read from something else, the {@code intyg} as it was in a new
     * RegisterCertificate. A signature holds as it did. One that was built is written in the order of the
     * contract, without line breaks; the same bytes for the same content.
     *
     * @throws InvalidInputException as for {@link #element()}
     */
    public byte[] xml() {
        XmlElement intyg = source == null ? element() : IntygTree.write(this, REGISTER_CERTIFICATE);
        return new IntygDocument(intyg, Optional.ofNullable(message)).write();
    }

    /**
     * A builder with all that this class knows of the certificate: its fields, with their extensions and the answers
     * as they are. What only {@link #source()} holds is left out: comments, elements that no field stands for, and
     * times that are none.
     *
     * <p>A signature comes along as it stands, and no longer covers what is changed. Sign anew what was signed before.
     */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.id = id;
        copy.recipients.addAll(recipients);
        copy.type = type;
        copy.version = version;
        copy.signedAt = signedAt;
        copy.sentAt = sentAt;
        copy.patient = patient;
        copy.issuer = issuer;
        copy.relations.addAll(relations);
        copy.statuses.addAll(statuses);
        copy.answers.addAll(answers);
        copy.signature = signature;
        return copy;
    }

    /** Type, version and id; nothing of the patient. */
    @Override
    public String toString() {
        return "Intyg[" + type.code() + " " + version + ", " + certificateId() + "]";
    }

    /** Puts a certificate together. Not for use by more than one thread. */
    public static final class Builder {

        private @Nullable Identifier id;
        private final List<CodedValue> recipients = new ArrayList<>();
        private @Nullable CodedValue type;
        private @Nullable String version;
        private @Nullable LocalDateTime signedAt;
        private @Nullable LocalDateTime sentAt;
        private @Nullable Patient patient;
        private @Nullable HealthcareProfessional issuer;
        private final List<Relation> relations = new ArrayList<>();
        private final List<Status> statuses = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private @Nullable XmlElement signature;
        private @Nullable XmlElement source;
        private @Nullable List<XmlNode> message;

        private Builder() {}

        /** Its id: the HSA-id of the issuing unit as root, a GUID as extension. */
        public Builder id(Identifier value) {
            this.id = value;
            return this;
        }

        /** Adds a recipient. */
        public Builder recipient(CodedValue value) {
            recipients.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Type and version. */
        public Builder type(CertificateType value, String versionOfType) {
            return type(CodedValue.of(value.code(), CertificateType.CODE_SYSTEM), versionOfType);
        }

        /** Type and version, the type as it shall stand. */
        public Builder type(CodedValue value, String versionOfType) {
            this.type = value;
            this.version = versionOfType;
            return this;
        }

        /** When it was signed; fractions of a second are cut. */
        public Builder signedAt(LocalDateTime value) {
            this.signedAt = value.withNano(0);
            return this;
        }

        /** When it was sent; fractions of a second are cut. */
        public Builder sentAt(LocalDateTime value) {
            this.sentAt = value.withNano(0);
            return this;
        }

        /** The patient. */
        public Builder patient(Patient value) {
            this.patient = value;
            return this;
        }

        /** Who issues it, and the unit. */
        public Builder issuer(HealthcareProfessional value) {
            this.issuer = value;
            return this;
        }

        /** Adds a relation. */
        public Builder relation(Relation value) {
            relations.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Adds a status. */
        public Builder status(Status value) {
            statuses.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Adds an answer. */
        public Builder answer(Answer value) {
            answers.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Replaces all answers. */
        public Builder answers(List<Answer> values) {
            answers.clear();
            answers.addAll(values);
            return this;
        }

        /** The signature. */
        public Builder signature(XmlElement value) {
            this.signature = value;
            return this;
        }

        /** The certificate. */
        public Intyg build() {
            return new Intyg(this);
        }
    }
}
