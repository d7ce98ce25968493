package se.ehealthsdk.testkit.certificate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A certificate or a draft, and what has happened to it. Guarded by its {@link Ledger}. */
final class CertificateEntry {

    /** A note of the contract: whom, what, when. */
    record Note(String part, String status, LocalDateTime time) {}

    private final String id;
    private final String person;
    private final String unit;
    private final String careProvider;
    private String type;
    private String version;
    private String issuer;
    private @Nullable Node intyg;
    private byte[] packed = {};
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> sentTo = new LinkedHashSet<>();
    private boolean inIntygstjanster;
    private boolean inWebcert;
    private boolean draft;
    private boolean test;
    private boolean revoked;
    private boolean deletedByCare;
    private @Nullable String reference;
    private @Nullable String answers;

    /**
     * @param intyg in the core's namespace
     */
    CertificateEntry(Node intyg) {
        id = intyg.at("intygs-id", "extension");
        person = intyg.at("patient", "person-id", "extension");
        unit = intyg.at("skapadAv", "enhet", "enhets-id", "extension");
        careProvider = intyg.at("skapadAv", "enhet", "vardgivare", "vardgivare-id", "extension");
        type = intyg.at("typ", "code");
        version = intyg.at("version");
        issuer = intyg.at("skapadAv", "personal-id", "extension");
        this.intyg = intyg;
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    String version() {
        return version;
    }

    boolean isGeneration2() {
        return CertificateTypes.isService(type(), version());
    }

    String person() {
        return person;
    }

    String unit() {
        return unit;
    }

    String careProvider() {
        return careProvider;
    }

    String issuer() {
        return issuer;
    }

    Node intyg() {
        return intyg == null ? XmlText.read(packed) : intyg;
    }

    void intyg(Node changed) {
        intyg = changed;
        packed = new byte[0];
        type = changed.at("typ", "code");
        version = changed.at("version");
        issuer = changed.at("skapadAv", "personal-id", "extension");
    }

    /** The element, UTF-8; kept, since it is wanted again when the tree goes. */
    byte[] xml() {
        if (packed.length == 0 && intyg != null) {
            packed = intyg.bytes();
        }
        return packed;
    }

    /** Keeps the certificate as bytes, a tenth of what its tree takes, until somebody asks for it. */
    void pack() {
        if (intyg != null) {
            packed = xml();
            intyg = null;
        }
    }

    /** How many bytes it is packed into; 0 when it is not. */
    int packedBytes() {
        return intyg == null ? packed.length : 0;
    }

    /** With what is noted of it, in its place before the answers. */
    Node intygWithNotes() {
        List<Object> content = new ArrayList<>();
        boolean told = false;
        Node intyg = intyg();
        for (Node each : intyg.children()) {
            if (!told && (each.local().equals("svar") || each.local().equals("underskrift"))) {
                notes.forEach(note -> content.add(node(note)));
                told = true;
            }
            if (!each.local().equals("status")) {
                content.add(each);
            }
        }
        if (!told) {
            notes.forEach(note -> content.add(node(note)));
        }
        return intyg.with(content);
    }

    private static Node node(Note note) {
        return Node.of(
                Wire.CORE,
                "status",
                Wire.code(Wire.CORE, "part", note.part(), Wire.PART_CODES),
                Wire.code(Wire.CORE, "status", note.status(), Wire.STATUS_CODES),
                Wire.seconds(Wire.CORE, "tidpunkt", note.time()));
    }

    List<Note> notes() {
        return notes;
    }

    void note(String part, String status, LocalDateTime time) {
        notes.add(new Note(part, status, time));
    }

    Set<String> sentTo() {
        return sentTo;
    }

    boolean isInIntygstjanster() {
        return inIntygstjanster;
    }

    void putInIntygstjanster() {
        inIntygstjanster = true;
    }

    boolean isInWebcert() {
        return inWebcert;
    }

    void putInWebcert() {
        inWebcert = true;
    }

    boolean isDraft() {
        return draft;
    }

    void draft(boolean is) {
        draft = is;
    }

    boolean isTest() {
        return test;
    }

    void markAsTest() {
        test = true;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    boolean isDeletedByCare() {
        return deletedByCare;
    }

    void deletedByCare(boolean is) {
        deletedByCare = is;
    }

    Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    void reference(String text) {
        reference = text;
    }

    /** The message that it was registered as an answer to. */
    Optional<String> answers() {
        return Optional.ofNullable(answers);
    }

    void answers(String messageId) {
        answers = messageId;
    }

    /** What it relates to, where that is of this kind. */
    Optional<String> relatedBy(String code) {
        return intyg().child("relation")
                .filter(relation -> relation.at("typ", "code").equals(code))
                .map(relation -> relation.at("intygs-id", "extension"));
    }

    StoredCertificate view() {
        return new StoredCertificate(
                id,
                type(),
                version(),
                unit(),
                careProvider(),
                draft,
                test,
                revoked,
                sentTo,
                intygWithNotes().xml());
    }

    /** Type and id; nothing of the patient. */
    @Override
    public String toString() {
        return "CertificateEntry[" + type() + ", " + id + "]";
    }
}
