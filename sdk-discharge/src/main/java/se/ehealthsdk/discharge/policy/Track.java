package se.ehealthsdk.discharge.policy;

import java.util.Set;

/**
 * One of a region's tracks (a colour, by how much the patient needs): which steps it has.
 *
 * @param id for example {@code blue}
 * @param name for people, in Swedish
 * @param steps the kinds of events ({@link se.ehealthsdk.discharge.event.Content#kind()}) that it has; a duty to send
 *     another does not apply. Empty for a track that the Act does not cover
 */
public record Track(String id, String name, Set<String> steps) {

    public Track {
        steps = Set.copyOf(steps);
    }
}
