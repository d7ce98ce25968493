package se.ehealthsdk.hsa.internal.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.syntax.DisplayOption;
import se.ehealthsdk.hsa.syntax.HsaSyntax;

/** The name to show to patients, which the directory does not hold but is made of what it holds. */
final class PublicName {

    private PublicName() {}

    /** What the display option makes; if there is none, or nothing can be made by it, name and place. */
    static String of(
            DistinguishedName unit,
            String name,
            Optional<String> location,
            Optional<String> displayOption,
            @Nullable EntryValues told) {
        if (displayOption.isPresent()) {
            Optional<DisplayOption> option = HsaSyntax.DISPLAY_OPTION.tryParse(displayOption.get());
            Optional<String> shown = option.flatMap(levels -> levels.publicName(unit));
            if (shown.isPresent()) {
                return shown.get();
            }
            if (told != null) {
                told.problem(
                        DirectoryField.DISPLAY_OPTION,
                        option.isEmpty()
                                ? "is not a display option"
                                : "names levels that the entry does not stand below",
                        HsaSyntax.DISPLAY_OPTION.example());
            }
        }
        return DisplayOption.publicName(name, location);
    }
}
