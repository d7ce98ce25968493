/** XML as a tree, read with every guard up, for signatures: what is signed must be seen whole. */
@NullMarked
package se.ehealthsdk.siths.internal.xml;

import org.jspecify.annotations.NullMarked;
