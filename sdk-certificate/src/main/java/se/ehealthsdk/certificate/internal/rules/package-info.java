/**
 * The rules, one file for each type and major version. A new type is a new file and a line in {@link
 * se.ehealthsdk.certificate.internal.rules.RuleRegistry}.
 */
@NullMarked
package se.ehealthsdk.certificate.internal.rules;

import org.jspecify.annotations.NullMarked;
