package se.ehealthsdk.audit.contract;

import java.util.List;

/**
 * The response of the queries about a patient.
 *
 * @param result whether the query was carried out
 * @param found what was found
 * @param <T> consents or patient relations, with or without history
 */
public record ListAnswer<T>(AccessControlResult result, List<T> found) {

    public ListAnswer {
        found = List.copyOf(found);
    }
}
