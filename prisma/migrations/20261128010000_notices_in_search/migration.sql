-- Statutory notices are found by search. (A value that was just added cannot be used in the same transaction: the rows come next.)
ALTER TYPE "search_kind" ADD VALUE 'notice';
