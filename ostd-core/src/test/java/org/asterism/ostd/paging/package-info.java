/** Tests of user page tables over simulated memory. */
package org.asterism.ostd.paging;
