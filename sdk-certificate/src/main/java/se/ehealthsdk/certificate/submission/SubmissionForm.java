package se.ehealthsdk.certificate.submission;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.certificate.submission.Submission.Problem;
import se.ehealthsdk.certificate.submission.Submission.Revocation;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** A submission as it is kept. A later form gets a namespace of its own; this one is read for ever. */
final class SubmissionForm {

    private static final String NAMESPACE = "urn:ehealthsdk:certificate:submission:1";
    private static final String ROOT = "submission";

    // a certificate of the largest size in base 64, and what is around it
    private static final SecureXml XML =
            new SecureXml(new XmlLimits(64L << 20, 100, 100, 64 << 20));

    private SubmissionForm() {}

    static StoredSubmission write(Submission submission) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try {
            XMLStreamWriter stream = SecureXml.writer(bytes);
            stream.writeStartDocument("UTF-8", "1.0");
            stream.setDefaultNamespace(NAMESPACE);
            stream.writeStartElement(NAMESPACE, ROOT);
            stream.writeDefaultNamespace(NAMESPACE);
            write(submission, new ElementWriter(stream, NAMESPACE));
            stream.writeEndElement();
            stream.writeEndDocument();
            stream.close();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("a submission cannot be written as XML", unwritable);
        }
        return new StoredSubmission(
                submission.certificateId(),
                submission.version(),
                submission.state(),
                submission.nextAttempt(),
                bytes.toByteArray());
    }

    private static void write(Submission submission, ElementWriter out) throws XMLStreamException {
        WireParts.declare(out);
        out.text("state", submission.state().name());
        out.text("given", submission.given());
        out.text("recipient", submission.recipient().map(Part::code));
        if (submission.answerTo().isPresent()) {
            out.text("answerToMessage", submission.answerTo().get().messageId());
            out.text("answerToReference", submission.answerTo().get().referenceId());
        }
        out.bool("registered", submission.isRegistered());
        out.text("attempts", String.valueOf(submission.attempts()));
        out.text("unclear", String.valueOf(submission.unclear()));
        out.text("lastRegistering", submission.lastRegistering().map(Instant::toString));
        out.text("nextAttempt", submission.nextAttempt().map(Instant::toString));
        if (submission.problem().isPresent()) {
            out.text("problem", submission.problem().get().meaning());
            out.text(
                    "textToShow",
                    submission.problem().get().textToShow().map(SubmissionForm::carried));
        }
        if (submission.revocation().isPresent()) {
            WireParts.professional("revokedBy", submission.revocation().get().by(), out);
            out.text("revokedBecause", submission.revocation().get().why());
        }
        out.text("document", Base64.getEncoder().encodeToString(submission.document()));
    }

    /** A service's text as XML can carry it: it may come from inside a fault. */
    private static String carried(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "?");
    }

    /**
     * @throws ProtocolException if the content is not what was saved
     */
    static Submission read(StoredSubmission stored) {
        try {
            XMLStreamReader stream =
                    XML.reader(new ByteArrayInputStream(stored.content()), "UTF-8");
            while (stream.next() != XMLStreamConstants.START_ELEMENT) {
                if (stream.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a DOCTYPE has no place in it");
                }
            }
            ElementReader in = new ElementReader(stream, NAMESPACE);
            if (!in.name().equals(ROOT)) {
                throw new XMLStreamException("another root");
            }
            return read(in, stored.version());
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            throw new ProtocolException(
                    "The submission of certificate "
                            + stored.certificateId()
                            + " cannot be read from its store",
                    null,
                    unreadable);
        }
    }

    private static Submission read(ElementReader in, long version) throws XMLStreamException {
        Fields fields = new Fields();
        while (in.nextChild()) {
            switch (in.name()) {
                case "state" -> fields.state = SubmissionState.valueOf(in.text());
                case "given" -> fields.given = in.text();
                case "recipient" -> fields.recipient = new Part(in.text());
                case "answerToMessage" -> fields.answerToMessage = in.text();
                case "answerToReference" -> fields.answerToReference = in.text();
                case "registered" -> fields.registered = in.bool();
                case "attempts" -> fields.attempts = number(in);
                case "unclear" -> fields.unclear = number(in);
                case "lastRegistering" -> fields.lastRegistering = instant(in);
                case "nextAttempt" -> fields.nextAttempt = instant(in);
                case "problem" -> fields.problem = in.text();
                case "textToShow" -> fields.textToShow = in.text();
                case "revokedBy" -> fields.revokedBy = WireParts.professional(in);
                case "revokedBecause" -> fields.revokedBecause = in.text();
                case "document" -> fields.document = Base64.getDecoder().decode(in.text());
                default -> in.skip();
            }
        }
        return fields.submission(version);
    }

    private static int number(ElementReader in) throws XMLStreamException {
        try {
            return Integer.parseInt(in.token());
        } catch (NumberFormatException none) {
            throw new XMLStreamException("not a number");
        }
    }

    private static Instant instant(ElementReader in) throws XMLStreamException {
        try {
            return Instant.parse(in.token());
        } catch (DateTimeException none) {
            throw new XMLStreamException("not a time");
        }
    }

    /** What has been read. */
    private static final class Fields {

        private @Nullable SubmissionState state;
        private @Nullable String given;
        private @Nullable Part recipient;
        private @Nullable String answerToMessage;
        private @Nullable String answerToReference;
        private boolean registered;
        private int attempts;
        private int unclear;
        private @Nullable Instant lastRegistering;
        private @Nullable Instant nextAttempt;
        private @Nullable String problem;
        private @Nullable String textToShow;
        private @Nullable HealthcareProfessional revokedBy;
        private @Nullable String revokedBecause;
        private byte @Nullable [] document;

        Submission submission(long version) throws XMLStreamException {
            if (state == null || given == null || document == null) {
                throw new XMLStreamException("something is missing");
            }
            Submission.Draft draft = new Submission.Draft(Intyg.read(document), document, given);
            draft.version = version;
            draft.state = state;
            draft.recipient = recipient;
            draft.answerTo =
                    answerToMessage == null
                            ? null
                            : new MessageReference(
                                    answerToMessage, Optional.ofNullable(answerToReference));
            draft.registered = registered;
            draft.attempts = attempts;
            draft.unclear = unclear;
            draft.lastRegistering = lastRegistering;
            draft.nextAttempt = nextAttempt;
            draft.problem =
                    problem == null ? null : new Problem(problem, Optional.ofNullable(textToShow));
            draft.revocation =
                    revokedBy == null
                            ? null
                            : new Revocation(revokedBy, Optional.ofNullable(revokedBecause));
            return draft.made();
        }
    }
}
