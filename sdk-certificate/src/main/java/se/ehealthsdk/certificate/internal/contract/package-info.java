/** The messages of the contracts to and from XML, by names, order and namespaces of their schemas. */
@NullMarked
package se.ehealthsdk.certificate.internal.contract;

import org.jspecify.annotations.NullMarked;
