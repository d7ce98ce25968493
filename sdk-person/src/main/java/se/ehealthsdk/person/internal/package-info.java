/** The messages of the person domain, read and written. */
@NullMarked
package se.ehealthsdk.person.internal;

import org.jspecify.annotations.NullMarked;
