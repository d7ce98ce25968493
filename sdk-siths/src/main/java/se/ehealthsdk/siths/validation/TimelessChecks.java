package se.ehealthsdk.siths.validation;

import java.util.List;

/**
 * The checks of a path whose outcome is the same at any time.
 *
 * @param ofPath of how the certificates hang together
 * @param ofUse of their form, and of what the first one is for
 */
record TimelessChecks(List<CheckResult> ofPath, List<CheckResult> ofUse) {}
