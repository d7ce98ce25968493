/** What the rooms of this module share. */
@NullMarked
package se.ehealthsdk.audit.internal;

import org.jspecify.annotations.NullMarked;
