package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;

/**
 * How the particulars of a reserve identity were confirmed.
 *
 * <p>Source: {@code ConfirmedIdentityType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param type the code of the kind of document
 * @param number the number of the document
 * @param issuer who issued it
 * @param valid when it is valid
 * @param attachmentIds the ids of its {@linkplain Attachment pictures}
 * @param country two letters
 */
public record ConfirmedIdentity(
        Optional<String> type,
        Optional<String> number,
        Optional<String> issuer,
        Optional<DatePeriod> valid,
        List<String> attachmentIds,
        Optional<String> country) {

    /** Copies the list. */
    public ConfirmedIdentity {
        attachmentIds = List.copyOf(attachmentIds);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "ConfirmedIdentity[...]";
    }
}
