package se.ehealthsdk.siths.signature.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.signature.PreparedDocument;

/**
 * What a request asked for, to be kept until its response comes, in a store that only this system can reach,
 * under its {@link #requestId()}. It holds the document, and the response is judged by
 * it, so it must never pass through the browser. Take it out of where it is kept when the response comes, so
 * that no response is used twice. Immutable.
 */
public final class PendingSignature {

    private static final int FORMAT = 0x45485301;

    private final String requestId;
    private final String taskId;
    private final HsaId signer;
    private final String identityProvider;
    private final List<String> levels;
    private final Instant notBefore;
    private final Instant notOnOrAfter;
    private final PreparedDocument document;

    PendingSignature(
            String requestId,
            String taskId,
            HsaId signer,
            String identityProvider,
            List<String> levels,
            Instant notBefore,
            Instant notOnOrAfter,
            PreparedDocument document) {
        this.requestId = requestId;
        this.taskId = taskId;
        this.signer = signer;
        this.identityProvider = identityProvider;
        this.levels = List.copyOf(levels);
        this.notBefore = notBefore;
        this.notOnOrAfter = notOnOrAfter;
        this.document = document;
    }

    /** The request's id, which is its RelayState too, and for support desks the transaction id. */
    public String requestId() {
        return requestId;
    }

    /** Who is to sign. */
    public HsaId signer() {
        return signer;
    }

    /** When the request ceases to be valid; after that it may be forgotten. */
    public Instant expiresAt() {
        return notOnOrAfter;
    }

    /** The document that is to be signed. */
    public PreparedDocument document() {
        return document;
    }

    String taskId() {
        return taskId;
    }

    String identityProvider() {
        return identityProvider;
    }

    List<String> levels() {
        return levels;
    }

    Instant notBefore() {
        return notBefore;
    }

    /** As bytes, for a store; in a form of this SDK's own. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(requestId);
            out.writeUTF(taskId);
            out.writeUTF(signer.value());
            out.writeUTF(identityProvider);
            out.writeInt(levels.size());
            for (String level : levels) {
                out.writeUTF(level);
            }
            write(out, notBefore);
            write(out, notOnOrAfter);
            write(out, document.document());
            write(out, document.signedInfo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * One that was kept.
     *
     * @throws InvalidInputException when the bytes are not those that {@link #toBytes} gave
     */
    public static PendingSignature fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw notOurs();
            }
            PendingSignature pending =
                    new PendingSignature(
                            in.readUTF(),
                            in.readUTF(),
                            HsaId.of(in.readUTF()),
                            in.readUTF(),
                            levels(in),
                            instant(in),
                            instant(in),
                            PreparedDocument.restore(array(in), array(in)));
            if (in.available() > 0) {
                throw notOurs();
            }
            return pending;
        } catch (IOException | DateTimeException | ArithmeticException e) {
            throw notOurs();
        }
    }

    private static List<String> levels(DataInputStream in) throws IOException {
        List<String> levels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            levels.add(in.readUTF());
        }
        return levels;
    }

    private static void write(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void write(DataOutputStream out, byte[] array) throws IOException {
        out.writeInt(array.length);
        out.write(array);
    }

    private static byte[] array(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw notOurs();
        }
        return in.readNBytes(length);
    }

    private static InvalidInputException notOurs() {
        return new InvalidInputException(
                "pending signature", "is not one", "the bytes that toBytes gave, unchanged");
    }

    /** The request's id and the signer; nothing of the document. */
    @Override
    public String toString() {
        return "PendingSignature[" + requestId + ", " + signer + "]";
    }
}
