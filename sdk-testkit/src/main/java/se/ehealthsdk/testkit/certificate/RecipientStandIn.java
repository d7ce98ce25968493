package se.ehealthsdk.testkit.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;

/**
 * A recipient of certificates, for example Försäkringskassan: receives what is sent to it, and asks, reminds and
 * answers as a test tells it to. Its messages go through Intygstjänster and its rules, as the real one's do. Safe for
 * use by many threads.
 *
 * <pre>{@code
 * RecipientStandIn fk = services.certificates().recipient("FKASSA");
 * MessageReceipt asked = fk.requestCompletion(id, Completion.of("35", "Beskriv mer utförligt."));
 * fk.messages();                                  // what care has asked and answered
 * }</pre>
 */
public final class RecipientStandIn {

    private final String code;
    private final Ledger ledger;
    private final MessageDesk desk;
    private final List<Delivery> received = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();
    private final List<CertificateMessage> messages = new ArrayList<>();
    private boolean failing;

    /**
     * A certificate as it was received.
     *
     * @param certificateId its id
     * @param answerTo the message that it answers, where it completes an earlier one
     * @param xml the element {@code intyg}; personal data
     */
    public record Delivery(String certificateId, Optional<String> answerTo, String xml) {

        /** The id; nothing of the patient. */
        @Override
        public String toString() {
            return "Delivery[" + certificateId + "]";
        }
    }

    /**
     * What became of a message to care.
     *
     * @param messageId the message's id
     * @param resultCode {@code OK}, {@code INFO} or {@code ERROR}
     * @param errorId beside {@code ERROR}
     * @param text beside the code
     */
    public record MessageReceipt(
            String messageId, String resultCode, Optional<String> errorId, Optional<String> text) {

        /** Whether care has it. */
        public boolean isDelivered() {
            return !resultCode.equals("ERROR");
        }
    }

    RecipientStandIn(String code, Ledger ledger, MessageDesk desk) {
        this.code = code;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** Its code, for example {@code FKASSA}. */
    public String code() {
        return code;
    }

    /** The certificates that it has received, oldest first. */
    public List<Delivery> received() {
        synchronized (ledger) {
            return List.copyOf(received);
        }
    }

    /** The ids of certificates that it has been told are revoked. */
    public List<String> revoked() {
        synchronized (ledger) {
            return List.copyOf(revoked);
        }
    }

    /** What care has asked and answered, oldest first. */
    public List<CertificateMessage> messages() {
        synchronized (ledger) {
            return List.copyOf(messages);
        }
    }

    /** Whether calls to it fail; they do not unless set. */
    public void failing(boolean fails) {
        synchronized (ledger) {
            failing = fails;
        }
    }

    /** Asks for a certificate to be completed ({@code KOMPLT}). */
    public MessageReceipt requestCompletion(String certificateId, Completion... completions) {
        return requestCompletion(certificateId, "Intyget behöver kompletteras.", null, completions);
    }

    /**
     * Asks for a certificate to be completed ({@code KOMPLT}).
     *
     * @param text what is asked
     * @param lastDateForAnswer none when null
     */
    public MessageReceipt requestCompletion(
            String certificateId,
            String text,
            @Nullable LocalDate lastDateForAnswer,
            Completion... completions) {
        Node[] asked = new Node[completions.length];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = node(completions[i]);
        }
        return send(certificateId, "KOMPLT", text, null, null, lastDateForAnswer, asked);
    }

    /**
     * Asks a question.
     *
     * @param subject {@code AVSTMN}, {@code KONTKT} or {@code OVRIGT}
     * @param text what is asked
     */
    public MessageReceipt ask(String certificateId, String subject, String text) {
        return send(certificateId, subject, text, null, null, null);
    }

    /** Reminds of a question that it has asked ({@code PAMINN}). */
    public MessageReceipt remind(String messageId, String text) {
        return send(certificateOf(messageId), "PAMINN", text, null, messageId, null);
    }

    /** Answers a question from care. */
    public MessageReceipt answer(String messageId, String text) {
        String subject;
        synchronized (ledger) {
            subject = ledger.message(messageId).map(CertificateMessage::subject).orElse("OVRIGT");
        }
        return send(certificateOf(messageId), subject, text, messageId, null, null);
    }

    private String certificateOf(String messageId) {
        synchronized (ledger) {
            return ledger.message(messageId).map(CertificateMessage::certificateId).orElse("");
        }
    }

    /** A message with everything chosen, right or wrong: the rules are Intygstjänster's. */
    private MessageReceipt send(
            String certificateId,
            String subject,
            String text,
            @Nullable String answerTo,
            @Nullable String reminderOf,
            @Nullable LocalDate lastDate,
            Node... completions) {
        String id = ledger.nextId();
        Node request =
                message(
                        id,
                        certificateId,
                        subject,
                        text,
                        answerTo,
                        reminderOf,
                        lastDate,
                        completions);
        Result result = desk.toCare(request);
        return new MessageReceipt(id, result.code(), result.errorId(), result.text());
    }

    private Node message(
            String id,
            String certificateId,
            String subject,
            String text,
            @Nullable String answerTo,
            @Nullable String reminderOf,
            @Nullable LocalDate lastDate,
            Node... completions) {
        String in = Wire.MESSAGE_TO_CARE.namespace();
        synchronized (ledger) {
            Optional<CertificateEntry> entry = ledger.certificate(certificateId);
            return Wire.request(
                    Wire.MESSAGE_TO_CARE,
                    Node.of(in, "meddelande-id", id),
                    Wire.seconds(in, "skickatTidpunkt", ledger.now()),
                    Wire.identifier(
                            in,
                            "intygs-id",
                            entry.map(CertificateEntry::unit).orElse(""),
                            certificateId),
                    entry.flatMap(each -> each.intyg().child("patient"))
                            .flatMap(patient -> patient.child("person-id"))
                            .map(person -> person.named(in, "patientPerson-id")),
                    Node.of(
                            in,
                            "logiskAdressMottagare",
                            entry.map(CertificateEntry::unit).orElse("")),
                    Wire.code(in, "amne", subject, Wire.SUBJECT_CODES),
                    Node.of(in, "meddelande", text),
                    reminderOf == null ? null : Node.of(in, "paminnelseMeddelande-id", reminderOf),
                    answerTo == null
                            ? null
                            : Node.of(in, "svarPa", Node.of(Wire.CORE, "meddelande-id", answerTo)),
                    Node.of(
                            in,
                            "skickatAv",
                            Wire.code(in, "part", code, Wire.PART_CODES),
                            Node.of(in, "kontaktInfo", "Handläggare, telefon 0771-000000")),
                    List.of(completions),
                    lastDate == null
                            ? null
                            : Node.of(in, "sistaDatumForSvar", lastDate.toString()));
        }
    }

    private static Node node(Completion asked) {
        String in = Wire.MESSAGE_TO_CARE.namespace();
        return Node.of(
                in,
                "komplettering",
                Node.of(in, "frage-id", asked.questionId()),
                asked.instance().map(each -> Node.of(in, "instans", String.valueOf(each))),
                Node.of(in, "text", asked.text()));
    }

    // ---- what comes; the ledger is held ----

    boolean isFailing() {
        return failing;
    }

    void receive(CertificateEntry entry, Optional<String> answerTo) {
        received.add(new Delivery(entry.id(), answerTo, entry.intygWithNotes().xml()));
    }

    void receiveRevocation(String certificateId) {
        revoked.add(certificateId);
    }

    void receive(CertificateMessage message) {
        messages.add(message);
    }

    void reset() {
        received.clear();
        revoked.clear();
        messages.clear();
        failing = false;
    }

    /** The code. */
    @Override
    public String toString() {
        return "RecipientStandIn[" + code + "]";
    }
}
