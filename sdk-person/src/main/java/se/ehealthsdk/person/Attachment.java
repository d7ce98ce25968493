package se.ehealthsdk.person;

import java.util.Base64;
import java.util.Optional;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * A picture or document, as of a proof of identity.
 *
 * <p>Source: {@code MultimediaType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param id its id, which {@link ConfirmedIdentity#attachmentIds()} refers to
 * @param mediaType as {@code image/jpeg}
 * @param base64 its content, as it was sent
 * @param reference where its content is, when it is not here
 */
public record Attachment(
        Optional<String> id,
        String mediaType,
        Optional<String> base64,
        Optional<String> reference) {

    /**
     * The content, a copy each time; empty when it is not here.
     *
     * @throws ProtocolException if what was sent is not base64; show nothing then
     */
    public Optional<byte[]> bytes() {
        try {
            return base64.map(Base64.getMimeDecoder()::decode);
        } catch (IllegalArgumentException notBase64) {
            throw new ProtocolException("an attachment of a person is not base64", null, notBase64);
        }
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Attachment[...]";
    }
}
