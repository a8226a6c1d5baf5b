namespace Wardbook.Demonstration.Work;

/// <summary>Names for officers. First names and family names that many Londoners have, put together by the dice: nobody is meant.</summary>
public static class MadeNames
{
    private static readonly string[] First =
    [
        "Abena", "Adam", "Aisha", "Alan", "Alice", "Amit", "Amy", "Andrew", "Anita", "Anna", "Anthony", "Ayesha", "Ben", "Carl", "Carol", "Chloe", "Chris", "Claire", "Colin", "Craig",
        "Darren", "David", "Dawn", "Dean", "Delroy", "Denise", "Diane", "Emma", "Errol", "Farid", "Fiona", "Gareth", "Gary", "Gemma", "Grace", "Graham", "Hannah", "Hassan", "Heather", "Helen",
        "Ian", "Imran", "Jack", "Jane", "Jason", "Jaswinder", "Joanne", "John", "Joseph", "Julie", "Karen", "Kate", "Keith", "Kelly", "Kevin", "Kwame", "Laura", "Leanne", "Lee", "Leroy",
        "Linda", "Lisa", "Lorraine", "Louise", "Lucy", "Manjit", "Marcia", "Mark", "Martin", "Mary", "Matthew", "Maureen", "Michael", "Michelle", "Mohammed", "Nadia", "Natalie", "Neil", "Nicola", "Nigel",
        "Olu", "Patrick", "Paul", "Peter", "Philip", "Rachel", "Rajesh", "Rebecca", "Richard", "Robert", "Rosa", "Ruth", "Samuel", "Sandra", "Sarah", "Shanice", "Simon", "Stephen", "Sunita", "Susan",
        "Tariq", "Teresa", "Thomas", "Tracey", "Trevor", "Vanessa", "Victoria", "Wayne", "Wendy", "Winston", "Yasmin", "Yvonne", "Zoe",
    ];

    private static readonly string[] Family =
    [
        "Adeyemi", "Ahmed", "Akhtar", "Alexander", "Ali", "Allen", "Anderson", "Asante", "Bailey", "Baker", "Barnes", "Begum", "Bell", "Bennett", "Boateng", "Brooks", "Brown", "Butler", "Campbell", "Carter",
        "Chapman", "Charles", "Clarke", "Cole", "Collins", "Cook", "Cooper", "Cox", "Davies", "Desai", "Dixon", "Edwards", "Ellis", "Evans", "Fisher", "Foster", "Francis", "Gibson", "Gill", "Gordon",
        "Graham", "Grant", "Gray", "Green", "Griffiths", "Hall", "Harris", "Harrison", "Henry", "Hill", "Holmes", "Hughes", "Hunt", "Hussain", "Jackson", "James", "Jenkins", "Johnson", "Jones", "Joseph",
        "Kaur", "Kelly", "Khan", "King", "Knight", "Lawrence", "Lee", "Lewis", "Lloyd", "Marshall", "Martin", "Mason", "Matthews", "Mensah", "Miller", "Mills", "Mitchell", "Moore", "Morgan", "Morris",
        "Murphy", "Murray", "Nwosu", "O'Brien", "Okonkwo", "Owen", "Palmer", "Parker", "Patel", "Phillips", "Powell", "Price", "Rahman", "Reid", "Richards", "Roberts", "Robinson", "Rogers", "Russell", "Ryan",
        "Scott", "Shah", "Sharma", "Shaw", "Simpson", "Singh", "Smith", "Stevens", "Stewart", "Taylor", "Thomas", "Thompson", "Turner", "Walker", "Walsh", "Ward", "Watson", "Webb", "White", "Williams",
        "Wilson", "Wood", "Wright", "Young",
    ];

    public static string Draw(Dice dice) => $"{First[dice.Below(First.Length)]} {Family[dice.Below(Family.Length)]}";
}
