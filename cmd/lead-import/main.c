/*
 * lead-import - dumps to leads.
 */
int
main(void)
{
	return 2;
}
