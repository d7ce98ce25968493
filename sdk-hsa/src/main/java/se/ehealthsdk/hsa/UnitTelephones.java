package se.ehealthsdk.hsa;

import java.util.List;
import java.util.Optional;

/**
 * The telephone numbers of a unit: digits, possibly with a leading plus sign.
 *
 * @param numbers direct numbers
 * @param switchboard the switchboard
 * @param text text telephones
 * @param video video telephones; these may be addresses
 * @param facsimile telefax
 * @param nonPublic numbers for colleagues, not to be shown to patients; only with {@link
 *     UnitProfile#EXTENDED2} or {@link UnitProfile#ALL}
 */
public record UnitTelephones(
        List<String> numbers,
        Optional<String> switchboard,
        List<String> text,
        List<String> video,
        List<String> facsimile,
        List<String> nonPublic) {

    /** Copies the lists. */
    public UnitTelephones {
        numbers = List.copyOf(numbers);
        text = List.copyOf(text);
        video = List.copyOf(video);
        facsimile = List.copyOf(facsimile);
        nonPublic = List.copyOf(nonPublic);
    }
}
