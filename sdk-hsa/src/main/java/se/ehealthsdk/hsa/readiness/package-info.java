/**
 * What is found when posts of the directory are held against what a national service needs of them: the same
 * findings whichever service it is.
 */
@NullMarked
package se.ehealthsdk.hsa.readiness;

import org.jspecify.annotations.NullMarked;
