SELECT enumtypid, enumlabel FROM pg_enum ORDER BY enumtypid, enumsortorder
