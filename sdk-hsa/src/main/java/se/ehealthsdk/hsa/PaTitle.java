package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * A position (befattning) from the employer's own list, as HSA holds it ({@code paTitle}). Name and
 * code belong together; either may be missing.
 *
 * <p>Source: infrastructure:directory:employee 4.0, {@code PaTitleType}.
 *
 * @param name the title in Swedish
 * @param code its code
 */
public record PaTitle(Optional<String> name, Optional<String> code) {}
