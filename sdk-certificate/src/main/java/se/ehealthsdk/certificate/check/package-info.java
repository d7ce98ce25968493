/**
 * Checks of a certificate against the rules of its type: findings that name the rule, the question, what is
 * wrong and what would be right.
 */
@NullMarked
package se.ehealthsdk.certificate.check;

import org.jspecify.annotations.NullMarked;
