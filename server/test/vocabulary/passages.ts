/**
 * Short drafts on regions that nothing was tuned on, invented for the names in them. They were marked before they were
 * first read by the program: names of the default vocabulary stand between ⟦ and ⟧, and nothing else is to be found.
 */
export const PASSAGES: readonly string[] = [
  // The Sahel
  `Convoys between Gao and Ménaka pay three tolls: one to ⟦JNIM⟧, one to the ⟦Islamic State in the Greater Sahara⟧, and one
to whoever holds the last bridge. Since the ⟦MNLA⟧ and ⟦GATIA⟧ made peace, traders say, “⟦Katibat Macina⟧ taxes us, but the
army takes our trucks.” The ⟦Movement for the Salvation of Azawad⟧ (⟦MSA⟧) denies it; the ⟦MSA⟧’s men guard the wells. French
soldiers of Operation Barkhane and the G5 Sahel force stayed away, and no front line was ever drawn.`,
  `⟦Ansar Dine⟧’s founder brought together ⟦al-Murabitun⟧ and the Saharan branch of ⟦al-Qa\`ida in the Islamic Maghreb⟧
(⟦AQIM⟧). In the villages nobody speaks of ⟦AQIM⟧: they say “the people of the bush.” ⟦Ansaroul Islam⟧, a smaller group in
Burkina Faso, had other roots, as had the ⟦Macina Liberation Front⟧. An ⟦ISGS⟧-linked preacher fled to Niamey in 2018.`,
  // Nigeria and the Lake Chad basin
  `When ⟦Boko Haram⟧ split, the ⟦Islamic State West Africa Province⟧ kept the lake and its fish trade. ⟦ISWAP⟧ fighters let
traders pass for a fee; those of the other wing burned the boats. The ⟦Civilian Joint Task Force⟧ (⟦CJTF⟧) and the
⟦Multinational Joint Task Force⟧ disagreed on nearly everything. ⟦Ansaru⟧ was all but gone by then, and ⟦Izala⟧ preachers,
who had warned early, were buried in Maiduguri. Haram means forbidden, and boko is a word for books and alphabets.`,
  `In the creeks of the south, the ⟦Niger Delta Avengers⟧ took up where the ⟦Movement for the Emancipation of the Niger
Delta⟧ (⟦MEND⟧) had left off. To mend the pipelines took weeks. The national movement of oil workers called a strike, and a
joint task force of the police and the army raided the camps.`,
  // Somalia and East Africa
  `Few in Mogadishu miss the ⟦Islamic Courts Union⟧, but many miss its courts. ⟦Al-Shabaab⟧ collects more than the ministry
does; an ⟦al-Shabaab⟧-run office in Jilib even gives receipts. ⟦AMISOM⟧ held the road, and ⟦Ahlu Sunna Wal Jama\`a⟧ the
hills of the center. Defectors to the ⟦Islamic State in Somalia⟧ went north to Puntland. Shabaab is a word for youth.`,
  `Attacks in the Rwenzori mountains were laid to the ⟦Allied Democratic Forces⟧, which the ⟦Islamic State⟧ calls its
“Central Africa Province.” The ⟦ADF⟧’s camps are older than that claim. The ⟦March 23 Movement⟧ (⟦M23⟧) is another matter, and
so is the ⟦Lord’s Resistance Army⟧, of which a few dozen men remain. By March 23, a Friday, the markets had reopened.`,
  // Yemen
  `In Aden, the ⟦Southern Transitional Council⟧ and its ⟦Security Belt Forces⟧ fight whoever comes from the north. ⟦AQAP⟧
withdrew to Bayda, where it met the ⟦Houthis⟧ and, now and then, cells of the ⟦Islamic State in Yemen⟧. A ⟦Houthi⟧ spokesman
called them all “one gang.” ⟦Al-Qa\`ida in the Arabian Peninsula⟧ has its own name there: ⟦Ansar al-Sharia⟧.`,
  // Syria
  `⟦Hay’at Tahrir al-Sham⟧ (⟦HTS⟧) grew out of ⟦Jabhat al-Nusra⟧ by way of ⟦Jabhat Fatah al-Sham⟧, and swallowed ⟦Nur al-Din
al-Zinki⟧ on the way. ⟦Hurras al-Din⟧ would have none of it, nor would what was left of ⟦Jund al-Aqsa⟧. ⟦HTS⟧ let the
⟦Turkistan Islamic Party⟧ keep its villages, while ⟦Katibat Imam al-Bukhari⟧ and ⟦Ajnad al-Kavkaz⟧ came and went. In the
Ghouta, ⟦Jaysh al-Islam⟧ and ⟦Faylaq al-Rahman⟧ shot at each other to the end.`,
  `East of the river the ⟦Syrian Democratic Forces⟧ hold the camps. Their core, the ⟦YPG⟧ and its women’s branch, the ⟦YPJ⟧,
came from the ⟦PYD⟧. Turkey sees one enemy in the ⟦SDF⟧ and the ⟦PKK⟧, and pays the ⟦Syrian National Army⟧ to say so. The
⟦Free Syrian Army⟧ of 2012 is a memory; a Syrian army officer, once free, now drives a taxi in Berlin.`,
  // Iraq and Iran
  `The ⟦Popular Mobilization Forces⟧ are many things. ⟦Kata’ib Hezbollah⟧, ⟦Asa’ib Ahl al-Haq⟧, and ⟦Harakat Hezbollah
al-Nujaba⟧ look to the ⟦Islamic Revolutionary Guard Corps⟧ and its ⟦Quds Force⟧; ⟦Saraya al-Salam⟧ looks to Najaf. The
⟦Badr Organization⟧ has the ministry. The ⟦Peshmerga⟧ of the ⟦Kurdistan Democratic Party⟧ and those of the ⟦PUK⟧ have the
passes. Nobody has the ⟦Basij⟧ to thank, one officer joked, and everyone the mobilization of the volunteers.`,
  `Before it was the ⟦Islamic State⟧ it was ⟦al-Qa\`ida in Iraq⟧, then the ⟦Mujahidin Shura Council⟧. ⟦JRTN⟧ helped it take
Mosul, and regretted it within the month. ⟦Ansar al-Islam⟧ was swallowed whole; the ⟦Mahdi Army⟧ was by then long dissolved.
Some analysts write ⟦ISIL⟧, others ⟦ISIS⟧, and diplomats in Paris ⟦Daesh⟧. Islamic law, states and borders are other matters.`,
  // Kurdish and Turkish groups
  `The ⟦Kurdistan Workers’ Party⟧ denies that the ⟦Kurdistan Freedom Falcons⟧ (⟦TAK⟧) take its orders. In Iran its sister is
⟦PJAK⟧, in Sinjar the ⟦Sinjar Resistance Units⟧. A ⟦PKK⟧-affiliated union of workers met in Cologne; the ⟦Grey Wolves⟧ met
across the street. The party of the workers in parliament took no side.`,
  // The Palestinian territories, Lebanon, Egypt
  `⟦Hamas⟧ and ⟦Palestinian Islamic Jihad⟧ share rockets and quarrel over everything else. The ⟦al-Qassam Brigades⟧ answer to
the first, the ⟦al-Aqsa Martyrs’ Brigades⟧ to parts of ⟦Fatah⟧. The ⟦PFLP⟧ is small and old. In Lebanon ⟦Hezbollah⟧ watched
⟦Fatah al-Islam⟧ rise and fall in one camp. President Abdel Fattah al-Sisi sent a delegation; brigades of clerks followed.`,
  `Egypt’s jails taught ⟦al-Gama\`a al-Islamiyya⟧ and ⟦Egyptian Islamic Jihad⟧ opposite lessons. ⟦Ansar Bayt al-Maqdis⟧ became
the ⟦Islamic State in Sinai⟧; ⟦Ajnad Misr⟧ died with its founder. The ⟦Muslim Brotherhood⟧ won an election and lost a country.
⟦Ayman al-Zawahiri⟧ wrote letters about all of them. A brotherhood of Muslim traders runs the market of the old town.`,
  // The Philippines and Indonesia
  `Marawi fell to men of the ⟦Maute Group⟧ and of ⟦Abu Sayyaf⟧, with help from ⟦Ansar Khalifa Philippines⟧. The ⟦Moro Islamic
Liberation Front⟧ had signed its peace by then, unlike the ⟦Bangsamoro Islamic Freedom Fighters⟧ (⟦BIFF⟧). ⟦BIFF⟧ gunmen
held a highway for a day. The ⟦New People’s Army⟧ fought its own war elsewhere; a new army of the people it is not.`,
  `⟦Jemaah Islamiyah⟧ (⟦JI⟧) lost its bomb makers, and ⟦Jamaah Ansharut Daulah⟧ (⟦JAD⟧) its leader. ⟦JAD⟧ cells in Surabaya
were families. ⟦Mujahidin Indonesia Timur⟧ hid in the hills near Poso, and ⟦Jamaah Ansharut Tauhid⟧ had already split. In
southern Thailand, ⟦Barisan Revolusi Nasional⟧ talks to nobody; a national revolution is not what its villages want.`,
  // Bangladesh, India, Sri Lanka
  `⟦Jamaat-ul-Mujahideen Bangladesh⟧ set off hundreds of small bombs in one hour. ⟦Ansarullah Bangla Team⟧ preferred
machetes. In Assam, police spoke of the ⟦Students Islamic Movement of India⟧ and of the ⟦Indian Mujahideen⟧ as if they were
one. The ⟦LTTE⟧ was beaten in 2009; ten years later came ⟦National Thowheeth Jama\`ath⟧. Tamil tigers are also a football team.`,
  // The far right
  `⟦Atomwaffen Division⟧ began on a forum. Its imitators were the ⟦Feuerkrieg Division⟧ (⟦FKD⟧) and, in Britain, the
⟦Sonnenkrieg Division⟧, an offshoot of ⟦National Action⟧. The ⟦Nordic Resistance Movement⟧ marches in the open. The ⟦FKD⟧’s
leader turned out to be thirteen. Under the National Action Plan, each division of the ministry reports its own resistance.`,
  `Members of the ⟦Oath Keepers⟧, the ⟦Proud Boys⟧, and the ⟦Three Percenters⟧ were seen that day; so were men with patches of
the ⟦Rise Above Movement⟧. The ⟦Ku Klux Klan⟧ was not. Older names, ⟦Aryan Nations⟧ and the ⟦Aryan Brotherhood⟧, survive in
prisons. In St. Petersburg the ⟦Russian Imperial Movement⟧ trains foreigners, and veterans of the ⟦Azov Battalion⟧ deny that
they do. Proud parents and their boys stood by; three percent of those charged had kept an oath to the army.`,
  // Older campaigns
  `The ⟦Provisional Irish Republican Army⟧ and the ⟦Ulster Volunteer Force⟧ stopped in the same year; the ⟦Real IRA⟧ did not.
⟦ETA⟧ disbanded, the ⟦Red Army Faction⟧ wrote a last letter, and the ⟦Red Brigades⟧ did neither. ⟦FARC⟧ became a party, while
the ⟦ELN⟧ still kidnaps. ⟦Shining Path⟧ guards coca. Estimated times of arrival are not given; the path was shining with rain.`,
];
