namespace Wardbook.Demonstration.Thread;

/// <summary>Something that people of many wards say, and what comes of it, in words that <c>{street}</c> and <c>{borough}</c> make local. All of it is made up.</summary>
/// <param name="Category">The code of a category of concerns.</param>
/// <param name="Open">In how many wards it is a priority on the day of the report; null for as many as are left.</param>
/// <param name="Title">Of the issue and of the priority.</param>
/// <param name="Said">As people said it.</param>
/// <param name="Public">The same as the public reads it.</param>
/// <param name="Reason">Why a meeting chose it.</param>
/// <param name="Learnt">The analysis of the plan.</param>
/// <param name="Actions">What the plan has done about it, in order.</param>
/// <param name="Seen">What somebody goes and looks at to know whether it worked; null where people are counted who still say it.</param>
internal sealed record Theme(
    string Category, int? Open, string Title, string[] Said, string Public, string Reason, string Learnt, IReadOnlyList<ThemeAction> Actions, string? Seen = null)
{
    /// <summary>Paragraph 82 of the report on equality and diversity, 24 May 2007: "Theft from M/V, Burglary and Drugs are the next highest ranked (and are priorities in 176, 162 and 127 neighbourhoods respectively)".</summary>
    public const int TheftFromVehicles = 176, Burglary = 162, Drugs = 127;

    /// <summary>The two that are "the top priorities across" the force; in how many wards is not published.</summary>
    private const int YoungPeople = 402, AntiSocial = 388;

    public static IReadOnlyList<Theme> All { get; } =
    [
        new("groups", YoungPeople, "Groups of young people in {street} in the evening",
            ["There are twenty of them by the shops in {street} every night and I cross the road.", "The youngsters in {street} shout at people coming home.", "They have nowhere to go, so they stand in our stairwell.", "My mother does not go out after six because of the crowd in {street}.", "They kick footballs against the cars in {street}."],
            "Groups of young people gather in {street} in the evening and some people do not dare to pass.",
            "More people raised it than anything else, the older ones say they stay in because of it, and the young people who came say that they have nowhere to go.",
            "Most calls are from five to nine on school days. The youth club shut in the autumn. A few of them are known to the team, most are not in any trouble.",
            [
                new("Patrol on foot from five to nine, Monday to Friday", "Officers on foot in {street} on school-day evenings", "Officers were in {street} on most school-day evenings", ""),
                new("Ask the youth service for a session in the hall two evenings a week", "Somewhere to go, two evenings a week", "The hall is open to young people on two evenings a week", "{borough} youth service"),
            ]),
        new("asb", AntiSocial, "Noise, drinking and damage around {street}",
            ["Shouting outside until two in the morning in {street}.", "Somebody broke the lamps of the entrance in {street} again.", "There are cans and bottles on the steps every morning.", "We telephone and nobody comes. It is every weekend.", "The bench in {street} is never free for ordinary people."],
            "Shouting, drinking and broken things around {street} at night, most of all at the weekend.",
            "It was named at three meetings in a row and in letters, and the same few addresses suffer every weekend.",
            "Complaints to the council's noise team and calls to us are about the same two blocks. Friday and Saturday, eleven to two.",
            [
                new("Visit every address that complained and leave a direct number", "A visit to everybody who complained", "Everybody who complained was visited and has a number to ring", ""),
                new("Letters and, if they do not help, contracts with those responsible", "Contracts about behaviour with those responsible", "Those responsible signed contracts about their behaviour", ""),
            ]),
        new("theft-vehicle", TheftFromVehicles, "Things stolen from cars in {street}",
            ["My window was broken in {street} for a satnav.", "Three cars in {street} in one night.", "They took the tools from my van and I could not work for a week.", "The car park behind {street} has no light and everybody knows it."],
            "Cars and vans are broken into in {street} at night and things are taken from them.",
            "It happens to many people, it costs those who work from a van their living, and much of it can be prevented.",
            "At night, between ten and five. In most of them something could be seen from outside. The car park has one lamp that works.",
            [
                new("Leaflet each windscreen, and mark what can be seen from outside", "Drivers told what thieves look for", "A leaflet on each car, and letters to those who left things in sight", ""),
                new("Have the lamps of the car park mended and the hedge cut", "Light in the car park", "The lamps were mended and the hedge cut", "{borough} Council"),
            ]),
        new("burglary", Burglary, "Burglaries around {street}",
            ["Next door was burgled while they were at work.", "Somebody tried our back door in {street}.", "The side gate in {street} has been broken for a year and that is how they come in.", "I am on my own and I do not sleep since the break-in."],
            "Homes around {street} are broken into, mostly by day, through back doors and side gates.",
            "Those it happens to are hurt by it for a long time, and half of the homes were entered in the same way.",
            "By day, through the alley. One home in four had been burgled before within a year.",
            [
                new("Visit victims and their neighbours within a week, and fit locks where they are weak", "Victims and neighbours visited, and locks fitted", "Victims and their neighbours were visited and weak locks changed", ""),
                new("Gate at the alley, with the residents' agreement", "A gate at the alley", "The alley has a gate and residents have its key", "{borough} Council"),
            ]),
        new("drugs", Drugs, "Drugs sold and used in {street}",
            ["They deal by the phone box in {street} and do not even hide it.", "Needles by the playground.", "Cars stop for a minute in {street} all night long.", "We know which flat it is. Everybody knows."],
            "Drugs are sold in {street} and used on the stairs nearby.",
            "Parents say their children see it on the way to school, and three different groups of people raised it by themselves.",
            "Afternoons and nights. Three places, one of them a flat. Those who buy come from outside the ward.",
            [
                new("Gather what residents see for warrants", "Warrants where there is evidence", "Warrants were carried out, and people were arrested", ""),
                new("Clear the stairs every morning and change the locks of the block", "Stairs cleared daily and a new lock on the block", "The stairs are cleared daily and the block has a new lock", "the housing association"),
            ]),
        new("speeding", null, "Speeding in {street}",
            ["Cars go at fifty down {street} past the school.", "I have stopped letting my son cycle.", "Somebody will be killed at the crossing in {street}."],
            "Cars are driven too fast in {street}, past the school.", "The school, parents and older people all raised it, and a child was hurt in the spring.",
            "Half past seven to nine, and after ten at night. The sign is hidden by a tree.",
            [new("Speed checks with volunteers", "Speed checks, with residents", "Checks were made with residents, and drivers were stopped", ""), new("Cut back the tree and paint the crossing anew", "The sign in sight and the crossing painted", "The sign can be seen and the crossing was painted", "{borough} Council")]),
        new("mopeds", null, "Mopeds on the pavement of {street}",
            ["Mopeds on the pavement, you hear them before you see them.", "They race round the green behind {street} every evening.", "My wife was nearly knocked down in {street}."],
            "Mopeds are ridden on the pavement of {street} and on the green.", "Older people and parents with prams say they are afraid to walk there.",
            "Four until dark. Four or five riders, two known. They come through the gap in the fence.",
            [new("Warn riders, then seize what is ridden again", "Warnings, then seized mopeds", "Riders were warned and mopeds seized", ""), new("Close the gap in the fence", "The gap in the fence closed", "The gap in the fence is closed", "{borough} Council")], "Whether anybody rides on the pavement on three evenings of one week"),
        new("street-drinking", null, "Drinking in {street}",
            ["The same men drink by the station in {street} all day.", "They ask everybody for money and get angry.", "The benches smell and nobody can sit there."],
            "People drink in {street} all day, and ask passers-by for money.", "Shopkeepers and people who wait for the bus raised it, and so did a charity that works with those who drink.",
            "From ten in the morning. Two shops sell to people who are drunk already.",
            [new("Visit the two shops with the licensing officer", "Shops reminded of the law", "The shops were visited and have signed what they will not sell", "{borough} Council"), new("Walk with the outreach worker on two mornings a week", "Help offered to those who drink", "The outreach worker met those who drink; some took the help", "an outreach charity")]),
        new("graffiti", null, "Graffiti and broken glass in {street}",
            ["The whole wall in {street} is covered again.", "The bus shelter is smashed every month.", "It looks as though nobody cares."],
            "Walls in {street} are painted over and the bus shelter is broken again and again.", "People say it makes the street feel unsafe, and it can be put right soon.",
            "Two tags make up most of it. It stays for six weeks on average.",
            [new("Photograph tags and find who they belong to", "Those responsible found", "Two young people were found and helped to clean it", ""), new("Clean within three days of a report", "Cleaned within three days", "New paint is cleaned off within three days", "{borough} Council")], "How many walls of the street have fresh paint"),
        new("rubbish", null, "Dumped rubbish and cars in {street}",
            ["Mattresses and a burnt-out car in {street} for weeks.", "They tip from vans at night.", "Rats, because of the bags in {street}."],
            "Rubbish is dumped in {street}, and cars are left there.", "It was raised by most of those who live there, and fires were set twice.",
            "Vans at night, from outside. The gate of the yard does not lock.",
            [new("Stop and check vans at night", "Vans checked at night", "Vans were checked, and two drivers were reported", ""), new("Clear the yard and lock its gate", "The yard cleared and locked", "The yard was cleared and its gate locks", "{borough} Council")], "Whether the yard is clear on the first Monday of the month"),
        new("lighting", null, "Dark paths by {street}",
            ["The path from the station to {street} is pitch dark.", "I phone my daughter when I walk through there.", "Half the lamps by {street} have been out since Christmas."],
            "The path by {street} is dark and overgrown, and people are afraid on it.", "Women of all ages said they go a long way round, and it is cheap to change.",
            "Seven of fifteen lamps do not work. Bushes stand up to the path on both sides.",
            [new("Walk the path with residents after dark and write down each lamp", "A walk after dark with residents", "The path was walked with residents and each lamp written down", ""), new("Mend the lamps and cut the bushes", "Lamps mended and bushes cut", "The lamps work and the bushes are cut", "{borough} Council")], "How many lamps work after dark"),
        new("theft-person", null, "Bags and phones snatched in {street}",
            ["My phone was taken out of my hand in {street}.", "They wait by the cash machine.", "My neighbour had her bag snatched at the bus stop in {street}."],
            "Bags and phones are snatched in {street}, at the bus stop and by the cash machine.", "Those it happened to are mostly older people and students, and both raised it.",
            "Three to seven in the afternoon, at the stop and the cash machine. Two on a bike.",
            [new("Patrol the stop and the cash machine from three to seven", "Officers at the bus stop in the afternoon", "Officers stood at the stop and the cash machine in the afternoons, and one arrest was made", ""), new("Talks at the day centre and the college", "Advice for older people and students", "Talks were given at the day centre and at the college", "")]),
        new("shop-theft", null, "Theft and abuse in the shops of {street}",
            ["They walk out of my shop with what they like.", "My staff in {street} are called names every day.", "I have stopped reporting it."],
            "Shops in {street} are stolen from, and those who work there are abused.", "Every shopkeeper of the street signed, and two say that they will close.",
            "After school and on Saturdays. A few people take most, to sell it.",
            [new("Visit each shop weekly and take statements there", "A visit to each shop every week", "Each shop was visited weekly", ""), new("A radio link between shops", "A radio link between the shops", "The shops warn each other by radio", "the traders' association")]),
        new("fighting", null, "Fights outside the pubs of {street}",
            ["Every Friday they fight outside in {street} at closing time.", "There was blood on my step.", "The doormen push them out and shut the door."],
            "There are fights in {street} at closing time.", "Those who live above the shops raised it in letters, and a young man was badly hurt.",
            "Friday and Saturday, eleven to one. Two of the five pubs.",
            [new("Patrol at closing time on Friday and Saturday", "Officers there at closing time", "Officers were there at closing time on Fridays and Saturdays", ""), new("Agree earlier last orders and plastic glasses with two pubs", "Plastic glasses and earlier last orders", "Two pubs use plastic glasses and stop serving earlier", "two pubs")]),
    ];

    public static string In(string text, string street) => text.Replace("{street}", street, StringComparison.Ordinal);

    /// <summary>The same in a street.</summary>
    public IReadOnlyList<ThemeAction> ActionsIn(string street, string borough) =>
        [.. Actions.Select(action => new ThemeAction(In(action.What, street), In(action.Told, street), In(action.Outcome, street), action.Partner.Replace("{borough}", borough, StringComparison.Ordinal)))];
}

/// <param name="What">For the team.</param>
/// <param name="Told">What residents read while it is to be done.</param>
/// <param name="Outcome">What they read once it is done.</param>
/// <param name="Partner">Empty when the team does it.</param>
internal sealed record ThemeAction(string What, string Told, string Outcome, string Partner);
