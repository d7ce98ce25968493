/**
 * What a SITHS certificate says: whose it is, at which level of assurance, for what use.
 */
@NullMarked
package se.ehealthsdk.siths.certificate;

import org.jspecify.annotations.NullMarked;
