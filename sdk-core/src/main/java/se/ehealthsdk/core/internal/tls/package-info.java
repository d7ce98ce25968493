/** What TLS needs underneath: reading subjects, PEM and private keys, and making TLS contexts. */
@NullMarked
package se.ehealthsdk.core.internal.tls;

import org.jspecify.annotations.NullMarked;
