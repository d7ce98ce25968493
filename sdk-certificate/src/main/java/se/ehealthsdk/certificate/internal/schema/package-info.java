/**
 * The XML Schema of an intyg as tables, and a check of a tree by them that says where in the form something is wrong.
 */
@NullMarked
package se.ehealthsdk.certificate.internal.schema;

import org.jspecify.annotations.NullMarked;
