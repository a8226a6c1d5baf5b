namespace Wardbook.Concerns;

/// <summary>Real-looking examples. Plates, telephone numbers and postcodes are of ranges that nobody has: Ofcom's numbers for drama, made-up plates.</summary>
public sealed class PersonalDetailsTests
{
    [Theory]
    [InlineData("It is Mr Hopkins again", "Mr Hopkins", DetailKind.Name)]
    [InlineData("mrs O'Brien-Smith saw it", "mrs O'Brien-Smith", DetailKind.Name)]
    [InlineData("ask Dr. A. B. Okafor about it", "Dr. A. B. Okafor", DetailKind.Name)]
    [InlineData("PC Daniel Osei was rude", "PC Daniel Osei", DetailKind.Name)]
    [InlineData("a boy called Jayden Brown", "Jayden Brown", DetailKind.Name)]
    [InlineData("her name is Zoë", "Zoë", DetailKind.Name)]
    [InlineData("Miss de Souza of the shop", "Miss de Souza", DetailKind.Name)]
    [InlineData("a black Golf AB12 CDE parks here", "AB12 CDE", DetailKind.NumberPlate)]
    [InlineData("plate ab12cde, every night", "ab12cde", DetailKind.NumberPlate)]
    [InlineData("an old P473 XYK moped", "P473 XYK", DetailKind.NumberPlate)]
    [InlineData("an old KPH 259W van", "KPH 259W", DetailKind.NumberPlate)]
    [InlineData("ring me on 07700 900123 please", "07700 900123", DetailKind.Telephone)]
    [InlineData("(020) 7946 0018", "(020) 7946 0018", DetailKind.Telephone)]
    [InlineData("+44 20 7946 0018 after six", "+44 20 7946 0018", DetailKind.Telephone)]
    [InlineData("+44 (0)20 7946 0018", "+44 (0)20 7946 0018", DetailKind.Telephone)]
    [InlineData("write to amara.bello+ward@example.org.", "amara.bello+ward@example.org", DetailKind.Email)]
    [InlineData("at 12 Acacia Avenue", "12 Acacia Avenue", DetailKind.Address)]
    [InlineData("Flat 3, 120-122 St John's Road all night", "Flat 3, 120-122 St John's Road", DetailKind.Address)]
    [InlineData("the man from number 9", "from number 9", DetailKind.Address)]
    [InlineData("it comes from flat 14b", "flat 14b", DetailKind.Address)]
    [InlineData("near SW2 1AA", "SW2 1AA", DetailKind.Postcode)]
    [InlineData("near ec1a1bb, by the pub", "ec1a1bb", DetailKind.Postcode)]
    public void What_tells_of_a_person_is_marked(string text, string expected, DetailKind kind)
    {
        var found = PersonalDetails.Find(text);

        Assert.Equal([(kind, expected)], found.Select(one => (one.Kind, one.Text)));
        Assert.All(found, one => Assert.Equal(one.Text, text.Substring(one.Start, one.Length)));
    }

    [Theory]
    [InlineData("Mopeds ride on the pavement")]
    [InlineData("It has gone on since 2019, about 12 times in 2025/26")]
    [InlineData("The 159 and the N155 stop there; so does the 35")]
    [InlineData("On the A23 and the B221, past junction 12")]
    [InlineData("It costs £25 and took 45 minutes, at 10.30 or 22:15")]
    [InlineData("Crime reference 4512345/26 and CAD 1234")]
    [InlineData("10 people in High Street, 3 near Brixton Road")]
    [InlineData("Call 999 or 101, I was told")]
    [InlineData("E-bikes do 30 mph in a 20 zone")]
    [InlineData("Dr surgery is closed; the mrs next door saw it")]
    [InlineData("3 Polish Shops were robbed; 2 Young Men ran")]
    [InlineData("Year 9 and Year 10 pupils, 12 to 14 years old")]
    [InlineData("Platform 2 at the station, exit 4")]
    [InlineData("It is 100 per cent worse than in May 2024")]
    [InlineData("Number 1 problem here: dogs")]
    public void What_tells_of_nobody_is_left_alone(string text) => Assert.Empty(PersonalDetails.Find(text));

    [Fact]
    public void The_words_to_begin_from_have_none_of_it()
    {
        const string said = "Mr Hopkins of 12 Acacia Avenue (07700 900123, hopkins@example.org) races his AB12 CDE";

        Assert.Equal("[name] of [address] ([telephone number], [mail address]) races his [number plate]", PersonalDetails.Without(said));
    }

    /// <summary>Whatever stands around it, a detail is found where it is, and taking it out leaves none.</summary>
    [Fact]
    public void Whatever_stands_around_them_details_are_found_whole_and_taken_out_whole()
    {
        string[] around = ["", "hello ", "¿", "الدراجات ", "!! ", "\n", "(", "a b c "];
        string[] details = ["AB12 CDE", "07700 900123", "amara@example.org", "12 Acacia Avenue", "Mrs Bello", "SW2 1AA"];
        foreach (var before in around)
        {
            foreach (var after in new[] { "", ".", ", and then", "\nnext", ")", " الرصيف" })
            {
                foreach (var detail in details)
                {
                    var text = before + detail + after;
                    var found = Assert.Single(PersonalDetails.Find(text));
                    Assert.Equal((detail, before.Length), (found.Text, found.Start));
                    Assert.Empty(PersonalDetails.Find(PersonalDetails.Without(text)));
                }
            }
        }
    }

    [Fact]
    public void A_long_text_that_is_nearly_something_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("0 1 2 3 4 A Aa.a- ", 20_000));

        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        PersonalDetails.Find(text[..4_000]);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds, 0, 2);
    }
}
